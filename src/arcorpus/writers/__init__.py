"""A report in; a table, JSON, rows or Markdown out, with whatever the files hold made inert.

A member writes a format and states the endings of its files: `table`, `json` (and JSON lines), `rows` (CSV and TSV),
`markdown`. `layout` says what is shown and how much room there is, `columns` makes flat tables of the records, `grid`
holds what people see (each analysis makes the grids of its section), `escaping` makes text inert, `json_schema`
describes the report, `formats` finds the writer of a format, `destination` decides where the report goes and writes it
whole.
"""
