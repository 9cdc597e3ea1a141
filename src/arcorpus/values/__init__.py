"""Values in text: a field's text in, spans with what they are worth out: dates, money, percentages, quantities.

Read `extract` first. `numerals` reads number words; `calendars` knows Gregorian and Umm al-Qura days, `date_words`
their names, `dates` reads dates; `unit_nouns` and `quantities` know what is counted, `currencies` what is paid.
"""
