"""Analyse Arabic news: who and what the articles name, what they are about, and who claims what.

`analyze("seeds/")` gives the report of `corpus analyze seeds/` as pandas DataFrames.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arcorpus.api import analyze

__version__ = "0.2.0.dev0"
__all__ = ["__version__", "analyze"]


def __getattr__(name: str) -> object:
    """Load `analyze` when it is first asked for, so that `import arcorpus` costs nothing."""
    if name == "analyze":
        from arcorpus.api import analyze

        return analyze
    raise AttributeError(f"module 'arcorpus' has no attribute {name!r}")
