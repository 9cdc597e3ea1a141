r"""Text from files made inert for the place it goes to.

Three things in a text can act on its reader's machine: characters that a terminal obeys, cells that a spreadsheet
runs, and marks that Markdown or HTML turn into something else. JSON keeps every character, escaped where a terminal
would obey it; CSV keeps the number of characters, so that offsets still count; what is only looked at (terminal,
Markdown) loses the marks that show nothing and shows the others as `�` or, for controls, by their picture (`␛`).
"""

from __future__ import annotations

import re

SHOWN = "\ufffd"
FSI, PDI, RLM = "\u2068", "\u2069", "\u200f"

_CONTROLS = "\x00-\x1f\x7f-\x9f"
_SURROGATES = "\ud800-\udfff"
_NONCHARACTERS = "\ufdd0-\ufdef\ufffe\uffff"
_TAGS = "\U000e0000-\U000e007f"
_OVERRIDES = "\u202d\u202e"
_ANNOTATIONS = "\ufff9-\ufffb"

# Marks that take no room and draw nothing. Without them the text stands in logical order, which is the truth about
# it. The joiner, the variation selectors and the skin tones go too: terminals disagree on the width of what they
# join, and a column would break. The non-joiner stays: Persian words need it. So do LRM, RLM and ALM.
_UNSEEN = (
    "\u00ad\u034f\u17b4\u17b5\u180b-\u180f\u200b\u200d\u202a-\u202c\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U0001d173-\U0001d17a\U0001f3fb-\U0001f3ff\U000e0080-\U000e0fff"
)
_VISIBLE_ONCE = f"{_OVERRIDES}{_ANNOTATIONS}{_NONCHARACTERS}{_SURROGATES}{_TAGS}\ue000-\uf8ff\U000f0000-\U0010ffff"

_DISPLAY = re.compile(f"(?P<unseen>[{_UNSEEN}]+)|(?P<control>[{_CONTROLS}])|[{_VISIBLE_ONCE}]+")
_IN_CELL = re.compile(
    f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069{_ANNOTATIONS}{_NONCHARACTERS}{_SURROGATES}{_TAGS}]"
)
_IN_JSON = re.compile(f"[\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufeff{_ANNOTATIONS}{_NONCHARACTERS}{_SURROGATES}{_TAGS}]")
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
_CELL = (
    _PICTURES
    # What other systems take for the end of a line is one.
    | dict.fromkeys((0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), "\n")
    # Directional embeddings are common in Arabic pages and mean no harm: a mark of the same direction, no wider scope.
    | dict.fromkeys((0x202A, 0x2066), "\u200e")
    | dict.fromkeys((0x202B, 0x2067), "\u200f")
    | dict.fromkeys((0x202C, 0x2068, 0x2069), "\u2060")
)

# What a spreadsheet skips before it looks whether a cell is a formula, and what makes it one. An apostrophe of the
# text's own counts as skipped, so that taking one apostrophe off is always the way back.
_SKIPPED = r"['\s\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*"
_FORMULA = re.compile(rf"{_SKIPPED}[=+\-@＝＋－＠]|'*[\t\r]")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)*(?:[eE][+-]?[0-9]+)?%?")

_RIGHT = "\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RTL = re.compile(f"[{_RIGHT}]")
_LETTER = re.compile(r"[^\W\d_]")
_RTL_LETTER = re.compile(rf"(?=[{_RIGHT}])[^\W\d_]")

_MARKDOWN = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]|~#$^"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# Sites look for names and numbers to link in the finished page, where a backslash no longer helps. A non-joiner is
# unseen and no letter: it keeps @name, #12, :tada: and name@site from being anything but themselves.
_MENTION = re.compile(r"(?:@|\\#|:(?=[a-z0-9_+\\-]{1,40}:))(?=[\w+\\-])", re.ASCII | re.IGNORECASE)
_LINK = re.compile(r"(?<=[a-z])(?=://)|(?<=www)(?=\.)", re.ASCII | re.IGNORECASE)
_BLOCK = re.compile(r"([0-9]{0,9})([-+=.)])")


def for_terminal(text: str) -> str:
    r"""The text on one line, without anything that a terminal obeys: white space folded, controls shown.

    Escape sequences stay as text behind their picture; bidirectional embeddings and isolates, and other marks without
    width, are left out; overrides, tags, private use and lone surrogates are shown as one `�` a run.

    >>> for_terminal("عاجل\x1b[31m:\nغزة")
    'عاجل␛[31m: غزة'
    >>> for_terminal("\u202bأعلنت\u202c الوزارة\u202e")
    'أعلنت الوزارة�'
    """
    line = " ".join(text.split())
    return line if line.isascii() and line.isprintable() else " ".join(_DISPLAY.sub(_display, line).split())


def _display(match: re.Match[str]) -> str:
    if match["unseen"]:
        return ""
    return _PICTURES.get(ord(match[0]), SHOWN) if match["control"] else SHOWN


def for_csv(text: str) -> str:
    r"""The text as a cell: as many characters as before, none that acts, and an apostrophe before what would be run.

    A spreadsheet runs a cell that starts with = + - @ (full width too), a tab or a carriage return, white space and
    unseen marks before it not counted; plain numbers stay numbers. Line ends stay. Taking the apostrophe off a cell
    that would be run without it gives the text back.

    >>> for_csv("=HYPERLINK(\"http://x\")"), for_csv("-5"), for_csv("- قال")
    ('\'=HYPERLINK("http://x")', '-5', "'- قال")
    """
    inert = text if text.isprintable() else _IN_CELL.sub(_cell, text)
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        return f"'{inert}"
    return inert


def _cell(match: re.Match[str]) -> str:
    if match[0] == "\r" and match.string.startswith("\n", match.end()):
        return "\r"
    return _CELL.get(ord(match[0]), SHOWN)


def for_json(encoded: str) -> str:
    r"""A JSON text with the characters escaped that a terminal obeys or UTF-8 has no place for; its value is the same.

    Args:
        encoded: JSON in which these characters can only stand inside strings.

    >>> print(for_json('"قال\u202e"'))
    "قال\u202e"
    """
    return encoded if encoded.isprintable() else _IN_JSON.sub(_escape, encoded)


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))


def for_markdown(text: str) -> str:
    r"""The text on one line as Markdown that shows it and does nothing: no markup, link, mention, image or HTML.

    It can stand in a paragraph, a heading or the cell of a table. Arabic is left as it is.

    >>> print(for_markdown("<script> |قال| *www.site.net*"))
    &lt;script&gt; \|قال\| \*www\.site.net\*
    """
    marked = for_terminal(text).translate(_MARKDOWN)
    marked = _LINK.sub(r"\\", _MENTION.sub(_kept_apart, marked))
    return _BLOCK.sub(r"\1\\\2", marked, count=1) if _BLOCK.match(marked) else marked


def _kept_apart(match: re.Match[str]) -> str:
    return f"{match[0]}\u200c"


def rtl(text: str) -> bool:
    """Whether the text runs from right to left: its first letter does, or most do after a Latin name at the head.

    >>> rtl("GPT-4 من أوبن إيه آي"), rtl("ميتا (Meta)"), rtl("Meta (ميتا)")
    (True, True, False)
    """
    first = _LETTER.search(text)
    if first is None or _RTL.match(first[0]):
        return first is not None
    return 2 * len(_RTL_LETTER.findall(text)) > len(_LETTER.findall(text))


def isolated(line: str, *, right: bool) -> str:
    """The line of a cell shut off from the cells beside it, where it has anything that runs from right to left.

    A terminal that reorders lines would else carry neighbouring Arabic cells, and the numbers between them, across
    the columns. Other lines are left as they are.

    Args:
        line: what stands on one line of the cell, already inert.
        right: whether the text of the whole cell runs from right to left, as a wrapped Latin name alone cannot tell.

    >>> isolated("ميتا", right=True) == FSI + "ميتا" + PDI, isolated("Meta", right=False)
    (True, 'Meta')
    """
    if not right:
        return f"{FSI}{line}{PDI}" if _RTL.search(line) else line
    letter = _LETTER.search(line)
    mark = "" if letter and _RTL.match(letter[0]) else RLM
    return f"{FSI}{mark}{line}{PDI}"
