"""Normalisation for Python: the documented names, wherever the room `text` keeps them."""

from arcorpus.text.normalize import fold, normalize

__all__ = ["fold", "normalize"]
