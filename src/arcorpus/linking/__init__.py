"""Entity linking within a corpus: the mentions of all documents in, entities with their aliases and evidence out.

Read `linker` first. `aliases` knows other names of things, the user's too; `phonetics` how a name sounds in either
script, `variants` which spellings may be one; `evidence` joins mentions where the weights suffice.
"""
