"""How work is spread: a function over batches and items in, its results in the order of the items out.

`local` runs them in this process.
"""
