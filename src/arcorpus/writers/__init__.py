"""A report in; a table, JSON, rows or Markdown out, with whatever the files hold made inert.

A member writes a format: `table`, `json` (and JSON lines), `rows` (CSV and TSV), `markdown`. `layout` says what is
shown and how much room there is, `grid` what a reader sees of each section, `columns` the columns of each section,
`escaping` makes text inert, `json_schema` describes the report, `destination` decides where it goes and writes it
whole.
"""
