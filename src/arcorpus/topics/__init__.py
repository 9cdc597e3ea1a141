"""What articles are about: documents with tokens in; terms, groups of articles, their names and keyphrases out.

Read `terms` first: the content words of an article by lemma, made in the per-article half. Over the corpus,
`document_terms` counts them, `vectors` weighs and `lsa` embeds them; `cluster` makes groups of the articles, with
`kmeans` where they are many; `mixture` says how much of each article belongs to each group. `ctfidf` finds the
terms that are salient in a group and, by `npmi`, said together; `noun_phrases` finds the phrases in which they are
said, `labels` names a group with them, and `keyphrases` each article.
"""
