"""The keywords of an article, and its address when the page states one."""

from __future__ import annotations

import re
from typing import NamedTuple

from arcorpus.readers.page.classify import ClassifiedLine, labelled
from arcorpus.readers.page.context import Context
from arcorpus.readers.page.labels import FieldLabel, PageLabel, find_label
from arcorpus.readers.page.lexicon import Reason
from arcorpus.readers.page.lines import trim_name
from arcorpus.readers.page.person_names import holds_function

_LINE_WORDS = 5  # words of a tag that stands on a line of its own
_WHOLE_LINE = 4  # words from which on a tag line without separators may be several tags run together
_LINES = 40
_HASHED_NEAR = 12  # lines after a body in which a line of hashtags is the article's
_HASHTAG = re.compile(r"#([^\s#,،|؛;]+)")
_SPLITS = tuple(
    re.compile(pattern) for pattern in (r"\|", "[،,]", "[؛;]", "[•·●▪]", r"\s[-–—/]\s+", r"\t+|(?<!\s)\s{3,}+")
)
_SIGNS = "♦◆◇⬥❖#"
_PICTURES = frozenset({"jpg", "jpeg", "png", "gif", "webp", "svg"})
_RUN_TOGETHER = "nothing separates the tags of the tag line: the whole line was taken for one keyword"


class Keywords(NamedTuple):
    """The keywords of an article.

    Attributes:
        tags: the keywords in their order, each once.
        warning: what the reader should be told of them.
    """

    tags: tuple[str, ...] = ()
    warning: str | None = None


def find_keywords(context: Context) -> Keywords:
    """The keywords: those behind or under a label, then those that a sign marks, then a line of hashtags."""
    for item in (*context.tail, *context.head):
        found = find_label(item.line.shown) if item.kind == "tags" else None
        tags = _after_label(context, item, found) if found else []
        if tags:
            alone = len(tags) == 1 and len(tags[0].split()) >= _WHOLE_LINE
            return Keywords(tuple(dict.fromkeys(tags)), _RUN_TOGETHER if alone else None)
    if marked := _marked(context):
        return Keywords(marked)
    for item in (*context.tail[:_HASHED_NEAR], *context.head):
        text = item.line.text
        if _HASHTAG.search(text) and not _HASHTAG.sub("", text).strip(" |،,-"):
            context.used[item.line.n] = "tags"
            return Keywords(tuple(dict.fromkeys(split_tags(text))))
    return Keywords()


def _marked(context: Context) -> tuple[str, ...]:
    """The tags right under a body, each on a line of its own behind the same sign («♦ المرأة»)."""
    found: list[ClassifiedLine] = []
    for item in context.tail:
        signed = item.line.mark == "#" or item.line.text[:1] in _SIGNS
        if not signed or item.prose or item.line.words > _LINE_WORDS:
            break
        found.append(item)
    if len(found) < 2:  # noqa: PLR2004 - one line alone may be a heading
        return ()
    context.used.update((item.line.n, "tags") for item in found)
    return tuple(dict.fromkeys(item.line.shown.lstrip(_SIGNS + " \u00a0") for item in found))


def _after_label(context: Context, item: ClassifiedLine, found: FieldLabel) -> list[str]:
    """The tags after a label, or those on the lines under it as far as they are no menu and no sentence."""
    context.used[item.line.n] = "tags"
    value = item.line.shown[found.end :].strip(" :：|-–—/»")
    if value:
        return split_tags(value)
    tags: list[str] = []
    for after in context.page[item.line.n + 1 : min(item.line.n + 1 + _LINES, context.span.bottom)]:
        if not _is_tag(after) or after.line.stop == ":":
            break
        context.used[after.line.n] = "tags"
        tags += split_tags(after.line.shown)
        if _separated(after.line.text):
            break
    return tags


def _is_tag(item: ClassifiedLine) -> bool:
    """Whether a line under «الكلمات الدالة» is one of the tags."""
    phrase = item.line.words >= _WHOLE_LINE and holds_function(item.line.shown)
    long = item.line.words > _LINE_WORDS or phrase
    if item.prose or item.kind in {"tags", "date", "label", "source"} or (long and not _separated(item.line.text)):
        return False
    return item.furniture is None or (item.furniture.reason == Reason.SECTION and item.repeats == 1)


def _separated(text: str) -> bool:
    return any(split.search(text) for split in _SPLITS) or "#" in text


def split_tags(value: str) -> list[str]:
    """The tags of a line, cut at the first kind of separator that it has.

    >>> split_tags("مصر, فيروس كورونا"), split_tags("#غزة #وقف_إطلاق_النار")
    (['مصر', 'فيروس كورونا'], ['غزة', 'وقف إطلاق النار'])
    """
    hashed = _HASHTAG.findall(value)
    if hashed:
        return [tag.replace("_", " ") for tag in hashed]
    split = next((split for split in _SPLITS if split.search(value)), None)
    found = [trim_name(piece.strip()) for piece in (split.split(value) if split else [value])]
    return [piece for piece in found if piece]


def article_url(context: Context) -> str | None:
    """The address of the article when it stands near its title or end, or at the head of the page."""
    for item in (*context.head, *context.near, *context.page[context.span.top : context.span.top + 1]):
        found = item.byline.value if labelled(item, PageLabel.URL) and item.byline else item.line.text
        picture = found.lower().rsplit(".", 1)[-1] in _PICTURES
        if found.startswith(("http://", "https://")) and " " not in found and not picture:
            return found
    return None
