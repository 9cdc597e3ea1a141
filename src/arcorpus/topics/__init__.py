"""What articles are about: documents with tokens in; terms, and over the corpus what topics are made with, out.

`terms` are the content words by lemma; `vectors` is the arithmetic of articles as points, `cluster` makes groups of
them; `npmi` tells which words are said together, `noun_phrases` finds the phrases that name a group.
"""
