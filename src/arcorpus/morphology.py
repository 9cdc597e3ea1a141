"""Lemmas for Python: the documented names, wherever the room `morph` keeps them."""

from arcorpus.morph.analyser import Analysis, analyse, lemma

__all__ = ["Analysis", "analyse", "lemma"]
