"""Files in, articles and errors out: whatever form the news is kept in.

Read `inputs` first: it walks the paths (`files`), asks `recognition` what each file is, and keeps what lies within the
days asked for (`date_range`). `recognition` unpacks (`packed`), tells an archive (`archives`: its `members` are listed
by `zip_archives` or `tar_archives`) and finds the reader by the name (`formats`) or by how it begins (`sniffing`).
`limits` says how much any of it may hold. A reader states
`SUFFIXES` and has `read(stream, path)`: `page` for saved pages of text (a room of its own); `jsonl`, `json`,
`csv_tables` and `parquet` for records, which become articles in `records` by way of `record_fields`. The JSON readers
share `json_records`, and that `json_stream`. `encodings` makes text of bytes for all of them.
"""
