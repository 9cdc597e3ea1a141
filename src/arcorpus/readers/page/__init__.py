"""The reader of saved pages of text: the bytes of a page in, its articles with their furniture out.

`reader` is the member; it tells the order in which the others are read. A page is cut into `lines`; each is looked up
(`lexicon`, `labels`, `person_names`), read as a byline (`bylines`) and judged to be running text, headline or
furniture (`classify`). Running text is gathered into `blocks`, and the page `split` into articles with their
`titles`. What stands around each (`context`) gives its `date`, `author`, `source` and `keywords`. Every other line is
marked with the reason why it stands there (`furniture`).
"""
