"""Analyses over the corpus: one file a command."""
