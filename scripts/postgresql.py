"""Runs a command with a private PostgreSQL: ``python scripts/postgresql.py COMMAND …``.

The cluster lives in a temporary folder on a free port of this machine, belongs to a user without rights where we are
root, and is gone when the command ends. The command finds it through ``HRNEWS_DATABASE`` and libpq's variables.
"""

import contextlib
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

USER = "hrnews"


def programs() -> Path | None:
    """The folder of ``initdb`` and ``pg_ctl``: Debian keeps them off the PATH."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if on_path := shutil.which("initdb"):
        folders.insert(0, Path(on_path).parent)
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "pg_ctl").exists()), None)


@contextlib.contextmanager
def cluster() -> Iterator[dict[str, str]]:
    """Start a cluster; yields the environment variables that lead to it."""
    folder_of_programs = programs()
    if folder_of_programs is None:
        raise SystemExit("PostgreSQL is not on this machine; install it with: apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="hrnews-postgresql-"))
    password, port = secrets.token_urlsafe(16), str(_free_port())
    data = folder / "data"
    try:
        (folder / "password").write_text(password, encoding="utf-8")
        _give_away(folder)
        login = (f"--username={USER}", f"--pwfile={folder / 'password'}", "--auth=scram-sha-256")
        _run(folder, folder_of_programs / "initdb", f"--pgdata={data}", *login, "--encoding=UTF8", "--no-sync")
        # Nothing here outlives the run, so nothing has to survive a power cut.
        options = f"-h 127.0.0.1 -p {port} -k {folder} -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        log = folder / "log"
        _run(folder, folder_of_programs / "pg_ctl", "-D", data, "-l", log, "-w", "-o", options, "start")
        yield {
            "HRNEWS_DATABASE": "postgresql",
            "PGHOST": "127.0.0.1",
            "PGPORT": port,
            "PGUSER": USER,
            "PGPASSWORD": password,
            "PGDATABASE": "postgres",
        }
    finally:
        if (data / "postmaster.pid").exists():
            _run(folder, folder_of_programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _owner() -> str | None:
    """PostgreSQL refuses to run as root; its own user is there where Debian's package is."""
    if os.geteuid() != 0:
        return None
    with contextlib.suppress(KeyError):
        return pwd.getpwnam("postgres").pw_name
    return "nobody"


def _give_away(folder: Path) -> None:
    if owner := _owner():
        for path in (folder, *folder.iterdir()):
            shutil.chown(path, owner)


def _run(folder: Path, *command: str | Path) -> None:
    prefix: Sequence[str] = ()
    if owner := _owner():
        prefix = ("setpriv", f"--reuid={owner}", "--clear-groups", "--")
    parts = [*prefix, *(str(part) for part in command)]
    with (folder / "output").open("w+", encoding="utf-8") as output:  # a pipe would be held open by the server
        done = subprocess.run(parts, cwd="/", stdin=subprocess.DEVNULL, stdout=output, stderr=output, check=False)
        output.seek(0)
        if done.returncode:
            raise SystemExit(f"{Path(parts[-1]).name}: PostgreSQL did not start:\n{output.read()}")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def main(command: list[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with cluster() as variables:
        return subprocess.run(command, env={**os.environ, **variables}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
