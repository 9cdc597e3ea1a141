"""Named entity recognition: documents with tokens in, the names of each and the glosses between them out.

A member is a recogniser: `embedded` (the shipped model joined with the rules), `rules`, `camel`, `none`.

The rules are read in this order: `gazetteer` (the lists of names, and how a word with attached letters is looked up
in them), `person_names` (given and family names), `name_heads` (words that tell what the name beside them is),
`words` (the words of a field, and what a rule puts forward), then one module for what is named: `known`, `persons`,
`places`, `continuations` (how a name goes on after its head) with `organisations`, `events`, `products`, and
`after_heads` for names of any type; `latin` and `set_apart` for names that letters or marks show; `recurrence` for
what one place of an article shows of another. `rules` runs them.

`span_edges` trims and joins what the tagger finds, `proclitics` the attached letters before it. `tagger` runs the
model over `windows` of pieces, with the features of `crf_features`; `camel_models` loads CAMeL Tools' models.
"""
