"""Files in, articles and errors out: whatever form the news is kept in.

Read `inputs` first: it walks the paths (`files`), decides what each is (`sniffing`), decodes it (`encodings`) and
hands it to a member: `page` for saved pages of text (a room of its own), `rows` for records, which come out of
`csv_tables` and `json_stream` and become articles in `record_fields`; `packed` unpacks.
"""
