"""Texts that are no saved pages and hold no articles that can be told apart: named, with what can be done."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_LOOKED = 20_000  # code points that are looked at
_LINE = 300  # … and of each line
_FEWEST = 3  # lines of a kind, at least
_MOST = 0.6  # share of the lines that must be of the kind
_TOKENS = 20  # lines of a file of tokens, at least …
_TAGGED = 0.9  # … and the share of them that are tokens

_MAIL_FIELD = re.compile(
    r"(?:From|To|Cc|Subject|Date|Message-ID|MIME-Version|Received|Return-Path|Delivered-To|Reply-To"
    r"|Content-Type|Content-Transfer-Encoding|X-[\w-]+): ",
    re.IGNORECASE,
)
_MAILBOX = re.compile(r"From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} ")
_FIELDS = 3  # fields of a mail's head, at least
_CUE = re.compile(r"(?:\d{1,2}:)?\d{2}:\d{2}[.,]\d{3} --> (?:\d{1,2}:)?\d{2}:\d{2}[.,]\d{3}")
_TAG = re.compile(r"\S+[ \t]+(?:\S+[ \t]+){0,8}(?:O|[BIESLU](?:-[\w-]+)?|[A-Z]{1,6}(?:[-_+][A-Z]{1,6}){0,3}|_)")
_COLUMNS = re.compile(r"\d+(?:-\d+)?\t\S[^\t]*(?:\t[^\t]*){6,}")
_LOGGED = re.compile(
    r"(?=.{0,80}\b(?:INFO|ERROR|WARN(?:ING)?|DEBUG|TRACE|FATAL|CRITICAL|NOTICE)\b).{0,12}\d{1,4}[-/]|"
    r"\d{1,3}(?:\.\d{1,3}){3} - .{0,60}\[|[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d [\w.-]+ [\w./-]+(?:\[\d+\])?: "
)
_CODE = re.compile(
    r"\s*(?:def \w+\(|class \w+|import [\w.{*]|from [\w.]+ import |function\b|const |let |var \w+ ?=|if ?\(|for ?\(|"
    r"while ?\(|return\b|else\b|#include|#define|public |private |package |using |namespace |echo |print\(|console\."
    r"|try:|except|//|/\*|\*/|#!|</?\?|\$\w+ ?=|@\w+\(|end$|\}|\{)|.*(?:[;{}]|\):|\w\(.*\))\s*$"
)
_SQL = re.compile(
    r"\s*(?:--.*\s+|/\*.*?\*/;?\s+)*(?:INSERT INTO|CREATE TABLE|DROP TABLE|SET NAMES|BEGIN;|COPY \w+)\b",
    re.IGNORECASE,
)
_TEX = re.compile(r"\s*(?:%.*\s+)*\\(?:documentclass|begin|section|usepackage)\b")
_ENTRY = re.compile(r"\s*@\w+\s*\{")
_CALENDAR = re.compile(r"\s*BEGIN:V[A-Z]+")
_CHAT = re.compile(
    r"[\u200e\u200f\u202a]*\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d{2}(?::\d{2})?\s?"
    r"(?:[AaPp]\.?[Mm]\.?|[صم])?\]? ?[-–]? ?[^:\n]{1,40}:(?: |$)"
)
_YAML_ITEM = re.compile(r"- [\w ]{1,30}: ?\S")
_YAML_FIELD = re.compile(r"(?:- |  )[\w ]{1,30}:(?: |$)")


def what_it_is(text: str) -> str | None:
    r"""What a text is that is no page, and what to do; None when it may be one.

    >>> what_it_is("WEBVTT\n\n00:01.000 --> 00:04.000\nمرحبا\n")
    'these are subtitles; save their text without the times'
    >>> what_it_is("افتتاح مكتبة\nفتحت المكتبة أبوابها.")
    """
    head = text[:_LOOKED].lstrip("\ufeff\r\n ")
    lines = [line[:_LINE] for line in head.splitlines() if line.strip()]
    return next((told for told, test in _KINDS.items() if test(head, lines)), None)


def _is_mail(head: str, lines: Sequence[str]) -> bool:
    fields = 0
    for line in lines[:60]:
        if _MAIL_FIELD.match(line):
            fields += 1
        elif not line[:1].isspace() and not (line is lines[0] and _MAILBOX.match(line)):
            break
    return fields >= _FIELDS or (bool(_MAILBOX.match(head)) and fields > 1)


def _are_subtitles(head: str, lines: Sequence[str]) -> bool:
    cues = sum(_CUE.match(line) is not None for line in lines)
    return cues >= _FEWEST or (cues > 0 and (head.startswith("WEBVTT") or 2 * cues >= len(lines) / 2))


def _are_tokens(_: str, lines: Sequence[str]) -> bool:
    if len(lines) < _TOKENS:
        return False
    rows = [line for line in lines if not line.startswith("#")]
    columns = sum(_COLUMNS.fullmatch(line) is not None for line in rows)
    tagged = sum(_TAG.fullmatch(line.strip()) is not None for line in rows)
    alone = sum(len(line.split()) == 1 for line in rows)
    return max(columns, tagged, alone) >= _TAGGED * len(rows)


def _most(pattern: re.Pattern[str]) -> Callable[[str, Sequence[str]], bool]:
    def test(_: str, lines: Sequence[str]) -> bool:
        found = sum(pattern.match(line) is not None for line in lines)
        return found >= _FEWEST and found >= _MOST * len(lines)

    return test


def _begins(pattern: re.Pattern[str]) -> Callable[[str, Sequence[str]], bool]:
    return lambda head, _: pattern.match(head) is not None


def _are_messages(head: str, _: Sequence[str]) -> bool:
    return head.startswith("msgid ") or head.count('\nmsgid "') > 1


def _is_yaml(_: str, lines: Sequence[str]) -> bool:
    items = sum(_YAML_ITEM.match(line) is not None for line in lines)
    fields = sum(_YAML_FIELD.match(line) is not None for line in lines)
    return items > 1 and fields > items and _YAML_ITEM.match(lines[0]) is not None


_KINDS: dict[str, Callable[[str, Sequence[str]], bool]] = {
    "this is an e-mail or a box of them; save the text of the article alone": _is_mail,
    "these are subtitles; save their text without the times": _are_subtitles,
    "these are the tokens of a text, one a line; join them to lines of text": _are_tokens,
    "this is the log of a program, no news": _most(_LOGGED),
    "this is a dump of a database; export its table as CSV": _begins(_SQL),
    "this is a LaTeX document; save its text": _begins(_TEX),
    "this is a list of BibTeX entries, no news": _begins(_ENTRY),
    "this is a calendar or a card, no news": _begins(_CALENDAR),
    "these are the messages of a program with their translation, no news": _are_messages,
    "this is an export of a chat; save the article that you mean alone": _most(_CHAT),
    "this is the source of a program, no news": _most(_CODE),
    "this is YAML; save its records as JSON": _is_yaml,
}
"""What people call each kind and what they can do, with the test for it."""
