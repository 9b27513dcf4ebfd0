"""Set up a database that is thrown away afterwards, measure, print."""

import argparse
import os
import tempfile

import django

ROUNDS = 15


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Times a draft against Wagtail's own copy.")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"how often each is done ({ROUNDS})")
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="hrnews-bench-") as folder:
        os.environ["HRNEWS_VAR"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
        os.environ.pop("HRNEWS_DATABASE", None)
        django.setup()
        print(_measured(rounds), flush=True)


def _measured(rounds: int) -> str:
    """Imported here, since the models need the settings of above."""
    from django.core.management import call_command
    from django.db import connections

    from .report import report
    from .rounds import measure

    call_command("migrate", verbosity=0, interactive=False)
    try:
        return report(*measure(rounds))
    finally:
        connections.close_all()


if __name__ == "__main__":
    main()
