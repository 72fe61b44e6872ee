"""What a page says about itself: its encoding, title, authors, year, address and licence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viewer.documents.formats.composing import tidied
from viewer.documents.formats.structure import FrontMatter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_HEAD = 4096
_META_CHARSET = re.compile(rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.\-]{2,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.\-]{2,40})", re.IGNORECASE)
# Browsers read these names as the larger set that pages in truth use.
_LARGER = {
    "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252",
    "ascii": "cp1252", "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874", "gb2312": "gb18030",
    "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932",
    "x-sjis": "cp932", "sjis": "cp932", "windows-31j": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949",
    "korean": "cp949", "big5": "big5hkscs", "x-euc-jp": "euc_jp", "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman", "utf-16": "", "utf-16le": "", "utf-16be": "", "utf-32": "",
}  # fmt: skip
_TITLES = ("citation_title", "dc.title", "dcterms.title", "og:title")
_AUTHORS = ("citation_author", "citation_authors", "author", "dc.creator", "dcterms.creator", "article:author")
_DATES = (
    "citation_publication_date", "citation_date", "citation_year", "dc.date", "dcterms.date", "dcterms.issued",
    "article:published_time", "datepublished", "date",
)  # fmt: skip
_LICENCES = ("dc.rights", "dcterms.license", "dcterms.rights", "license", "licence")
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_LONGEST = 300


def declared_encoding(content: bytes) -> str:
    """Return the Python codec of the encoding that a page names, or "" when it names none that is known."""
    import codecs

    head = content[:_HEAD]
    match = _XML_ENCODING.search(head) or _META_CHARSET.search(head)
    if match is None:
        return ""
    label = match[1].decode("ascii").lower()
    label = _LARGER.get(label, label)
    try:
        # Codecs that are no encodings of text (rot13, zip) are not for pages.
        return codecs.lookup(label).name if label and b"".decode(label) == "" else ""
    except (LookupError, ValueError, TypeError):
        return ""


def front_of(meta: Mapping[str, Sequence[str]], address: str) -> FrontMatter:
    """Return what the page's head says of the document."""
    authors = next((meta[name] for name in _AUTHORS if name in meta), ())
    people = [one for one in authors if not one.startswith(("http:", "https:"))]
    year = next((found[0] for name in _DATES for said in meta.get(name, ()) if (found := _YEAR.search(said))), "")
    url = address or next(iter(meta.get("og:url", ())), "")
    return FrontMatter(
        author=", ".join(dict.fromkeys(people))[:_LONGEST],
        year=year,
        url=url if url.startswith(("http://", "https://")) else "",
        licence=next((meta[name][0] for name in _LICENCES if name in meta), "")[:_LONGEST],
        evidence=next(iter(meta.get("evidence", ())), "")[:40],
    )


def title_of(meta: Mapping[str, Sequence[str]], title: str, heading: str) -> str:
    """Return the page's title: that of its article where it differs from that of the site."""
    for name in _TITLES[:3]:
        if name in meta:
            return meta[name][0][:_LONGEST]
    if heading and (not title or heading.casefold() in title.casefold()):
        return heading[:_LONGEST]
    return (title or next(iter(meta.get("og:title", ())), "") or heading)[:_LONGEST]


def remembered(meta: dict[str, list[str]], attributes: Mapping[str, str]) -> None:
    """Add what a ``meta`` element says."""
    name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop") or ""
    said = tidied(attributes.get("content", ""))
    known = meta.setdefault(name.strip().lower(), []) if name and said and len(meta) < 500 else None
    if known is not None and len(known) < 100:
        known.append(said)
