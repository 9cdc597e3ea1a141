"""The sections of a report, a file each: documents of the whole corpus in, the tables of a section out.

A member holds all that is particular to its section: its docstring is the help of its command, `NEEDS` names the
stages of the pipeline that it reads, `TABLES` its tables, `OPTIONS` the options of its command; `analyse` makes the
section and `show` shows it to people. docs/adding.md builds one. `context` says what an analysis is given besides the
documents, `options` holds the options that several share.
"""
