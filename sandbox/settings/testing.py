"""What the tests run on: one shape of installation, made quick and independent of the machine."""

import importlib
import os
import tempfile
from pathlib import Path

SHAPE = os.environ.get("HRNEWS_SHAPE", "all")
# Machine drafts come from the dummy engine, whatever is installed; what needs Apertium names it itself.
os.environ["HRNEWS_ENGINE"] = "dummy"
_shape = importlib.import_module(f"sandbox.settings.{SHAPE}")
globals().update({name: value for name, value in vars(_shape).items() if name.isupper()})

MEDIA_ROOT = Path(tempfile.gettempdir(), f"hrnews-test-media-{os.getpid()}")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
