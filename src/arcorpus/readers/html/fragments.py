"""HTML inside other forms (a feed's item, a cell) as text."""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>|<br ?/?>|<!--")


def fragment_text(text: str) -> str:
    r"""The text that a piece of HTML shows, a block a line; what has no tags keeps its lines.

    >>> fragment_text("<p>قال <b>الوزير</b>.</p><p>وأضاف &quot;نعم&quot;.</p>")
    'قال الوزير.\nوأضاف "نعم".'
    """
    if not _TAG.search(text):
        text = html.unescape(text) if "&" in text else text
        if not _TAG.search(text):
            return text.strip()
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    from arcorpus.readers.html.dom import lines

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(f"<body>{text}</body>".encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    return "\n".join(line.text for line in lines(root))
