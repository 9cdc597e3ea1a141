"""Copied stories: articles in; groups that are equal, nearly equal or parts of each other out.

`fingerprints` takes what is kept of an article, `minhash` finds those that may be alike, `copies` judges them, `diff`
tells word by word what a copy changed.
"""
