"""Characters to sentences and tokens: a text in, the same text normalised, cut or looked at out, with exact offsets.

`normal_steps` are the single foldings and `normalize` the profiles made of them, with the way back to the original;
`charmaps` are transliterations of other packages. `sentences`, `clitics` and `tokenizer` cut a text into sentences
and tokens; `value_lexer` cuts it into words and digits for the values; `quotations` pairs quotation marks; `stemmer`
brings inflections together, and `stopwords` are words that never count.
"""
