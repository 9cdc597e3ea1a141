"""Quotation attribution: a document with tokens and mentions in, its claims out; over the corpus, which of them meet.

Read `extract` first: it runs the patterns over each field. A field is a `passage`: its tokens (`field_tokens`) with
what is `quoted`, which of them report (`cue_forms`), and the segments that bound a report (`unpunctuated` finds them in
text without punctuation). `lexicon` knows the words that attribute, `grammar` what a token is or begins. `by_verb` and
`by_phrase` are the patterns, `cue_phrases` their phrases; `content_start` tells where the content begins
(`clause_content` and `noun_content` what may begin there), `content_end` where it ends; `speakers` and `anaphora` tell
who says it, `collector` gathers what was found. `checkworthiness` weighs claims and finds the writer's own. Over the
corpus: `source_linking` ties sources to entities, `compare` judges whether two claims say the same or contradict each
other, `match` groups them, `filters` chooses what a reader wants.
"""
