"""The article records alone: what was read, with no model loaded."""

from __future__ import annotations

NEEDS = frozenset({"counts"})
"""Words and sentences are counted while the articles stream by; nothing else is computed."""
