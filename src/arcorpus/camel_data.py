"""Where the data of CAMeL Tools lie that a user has installed: its models of names and its morphology."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def expanded(path: str) -> Path:
    """A path with the home written out."""
    return Path(os.path.expanduser(path))  # noqa: PTH111 - Path.expanduser raises where there is no such user


def camel_home() -> Path:
    """Where CAMeL Tools keeps its data when nothing else is said."""
    return expanded("~") / ("AppData/Roaming/camel_tools" if sys.platform == "win32" else ".camel_tools")


def camel_data() -> Path:
    """Where the user's CAMeL data lie: `CAMELTOOLS_DATA`, else a folder in the home; it may not exist."""
    chosen = os.environ.get("CAMELTOOLS_DATA")
    return expanded(chosen).absolute() if chosen else camel_home()
