"""Quotation attribution: a document with tokens and mentions in, its claims out; over the corpus, which of them meet.

Read `extract` first: it runs the patterns over each field. `lexicon` knows the words that attribute, `passage` shows
a field's words as the patterns see them, `unpunctuated` finds where reports begin in text without punctuation.
`by_verb` and `by_phrase` are the patterns, `cue_phrases` their phrases; `content_start` and `content_end` bound what
is reported, `speakers` and `anaphora` tell who says it, `collector` gathers what was found. `checkworthiness` weighs
claims and finds the writer's own. Over the corpus: `source_linking` ties sources to entities, `compare` judges
whether two claims say the same or contradict each other, `match` groups them, `filters` chooses what a reader wants.
"""
