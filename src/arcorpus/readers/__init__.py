"""Files in, articles and errors out: whatever form the news is kept in.

Read `inputs` first: it walks the paths (`files`), finds the reader that takes each (`formats`, or `sniffing` where the
name tells nothing), unpacks (`packed`), and keeps what lies within the days asked for (`date_range`). A reader states
`SUFFIXES` and has `read(stream, path)`: `page` for saved pages of text (a room of its own); `jsonl`, `json`,
`csv_tables` and `parquet` for records, which become articles in `records` by way of `record_fields`. The JSON readers
share `json_records`, and that `json_stream`. `encodings` makes text of bytes for all of them.
"""
