"""Sentences and tokens for Python: the documented names, wherever the room `text` keeps them."""

from arcorpus.text.tokenizer import split_sentences, tokenize

__all__ = ["split_sentences", "tokenize"]
