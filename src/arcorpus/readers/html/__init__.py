"""The reader of web pages: the bytes of a page in, its articles out, without furniture and without offsets into it.

`reader` is the member. `saved` takes a page out of how a browser saved it; `dom` decodes it, builds its tree and takes
the lines that one sees who reads it; `metadata` reads what it says of itself (meta elements, times, marked elements by
`shown`, JSON-LD by `json_ld`); `body` finds the lines that are the article's, by the reader of saved pages of text and
by trafilatura together, and by what `beside` says of their places. `telling` joins the fields: what the metadata do not
tell (a date in words, a byline, an agency), the reader of saved pages reads from the same lines. `no_article` says why
a page holds none.
"""
