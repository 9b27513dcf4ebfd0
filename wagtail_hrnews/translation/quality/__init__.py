"""Automatic checks of a translation: one small class each, pure; what they raise are flags for a reviewer."""

from .base import Check
from .checks import BLOCKING, CHECKS, run_checks

__all__ = ["BLOCKING", "CHECKS", "Check", "run_checks"]
