"""Entity linking within a corpus: the mentions of all documents in, entities with their aliases and evidence out.

Read `linker` first: it gathers names, asks for joins and makes entities. `aliases` knows other names of things, the
user's too; `phonetics` how a name sounds in either script, `romanisations` how Arabic names are written in Latin
letters, `variants` which spellings may be one (how two spellings are joined is decided there), `short_forms` whose last
name stands alone. `sounding_places` comes before: it mends the type of Latin names that sound like a place. `evidence`
weighs and joins; `canonical` chooses the one name by which an entity is called.
"""
