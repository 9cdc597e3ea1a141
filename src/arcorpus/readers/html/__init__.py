"""The reader of web pages: the bytes of a page in, its articles out, without furniture and without offsets into it.

`reader` is the member. `dom` decodes a page, builds its tree and takes the lines that one sees who reads the page;
`metadata` reads what the page says of itself (JSON-LD, meta elements, times); `body` finds the lines that are the
article's, by the reader of saved pages of text and by trafilatura together. What the metadata do not tell (a date in
words, a byline, an agency), the reader of saved pages reads from the same lines.
"""
