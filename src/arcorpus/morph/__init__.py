"""Morphology: tokens in; the lemma, part of speech and root of each out.

`analyser` is the program's own, over the lexicon of word forms; the members are `lexicon`, which is that, and
`camel`, CAMeL Tools' database.
"""
