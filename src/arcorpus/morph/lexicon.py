"""The program's own analysis, by its lexicon of word forms: `--morphology lexicon`, which is the default."""

from __future__ import annotations

from arcorpus.morph.analyser import analyse

__all__ = ["analyse"]
