"""Named entity recognition: documents with tokens in, the names of each and the glosses between them out.

A member is a recogniser: `embedded` (the shipped model joined with the rules), `rules`, `camel`, `none`. `gazetteer`
holds the lists of names and how a word with attached letters is looked up in them; `latin` reads names in Latin
letters; `name_forms`, `name_bodies` and `name_phrases` know how names are put together; `span_edges` trims and joins
what the tagger finds. `tagger` runs the model over `windows` of pieces, with the features of `crf_features`;
`camel_models` loads CAMeL Tools' models.
"""
