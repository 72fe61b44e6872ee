"""What the elements of HTML mean to a reader: which break a line, which are no text, which end one another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
"""Elements that hold nothing and are not closed."""

BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
        "hr", "html", "legend", "li", "main", "menu", "ol", "p", "pre", "search", "section", "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
"""Elements that begin and end a line."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}

_UNREAD = frozenset(
    (
        "nav", "script", "style", "noscript", "template", "svg", "canvas", "iframe", "noembed", "noframes", "object",
        "applet", "video", "audio", "button", "select", "datalist", "textarea", "dialog", "map", "annotation",
        "annotation-xml", "rp", "rt", "rtc", "progress", "meter",
    )
)  # fmt: skip
_UNREAD_ROLES = frozenset(
    ("navigation", "search", "menu", "menubar", "toolbar", "tablist", "dialog", "alertdialog", "banner", "button")
)
_UNSEEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# Links beside headings that only edit or name them, and words for other eyes.
_ASIDE = re.compile(
    r"(?:^|\s)(?:mw-editsection|headerlink|anchor-?link|anchorjs-link|permalink|sr-only|visually-hidden"
    r"|screen-reader-text)(?:\s|$)",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|navbox|menu|breadcrumbs?|sidebar|side-?bar|share|sharing|social|cookies?|toc"
    r"|newsletter|advert|advertisement|promo|pagination|pager|footer|masthead|skip-?link|editsection)(?:$|[\s_-])",
    re.IGNORECASE,
)

_CLOSED_BY: dict[str, frozenset[str]] = {
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "tr": frozenset(("tr", "td", "th", "caption")),
    "td": frozenset(("td", "th", "caption")),
    "th": frozenset(("td", "th", "caption")),
    "tbody": frozenset(("tr", "td", "th", "thead", "tbody", "caption")),
    "tfoot": frozenset(("tr", "td", "th", "thead", "tbody", "caption")),
    "thead": frozenset(("caption",)),
    "option": frozenset(("option",)),
    "body": frozenset(("head",)),
}
_STOPS_AT: dict[str, frozenset[str]] = {
    "li": frozenset(("ul", "ol", "menu")),
    "dt": frozenset(("dl",)),
    "dd": frozenset(("dl",)),
    "option": frozenset(("select", "datalist")),
}
_TABLE = frozenset(("table",))
_CELL = frozenset(("td", "th", "table", "caption"))


def unread(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element and all in it is no text of the page."""
    if name in _UNREAD:
        return True
    if not attributes or name in ("html", "body", "main", "article"):
        return False
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
        or attributes.get("role", "").lower() in _UNREAD_ROLES
        or ("class" in attributes and _ASIDE.search(attributes["class"]) is not None)
        or ("style" in attributes and _UNSEEN.search(attributes["style"]) is not None)
    )


def furniture(attributes: Mapping[str, str]) -> bool:
    """Whether an element's class or id says that it leads about the site; its links are then no text."""
    return any(_FURNITURE.search(attributes[key]) is not None for key in ("class", "id", "role") if key in attributes)


def closed_by(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return which open elements an opening tag ends, and at which the search for them stops."""
    if name in BLOCKS and name not in _CLOSED_BY:
        return frozenset(("p",)), _CELL
    return _CLOSED_BY.get(name, frozenset()), _STOPS_AT.get(name, _TABLE)


def barrier(name: str) -> frozenset[str]:
    """Return the elements that a closing tag does not reach across."""
    return (
        _TABLE if name in ("td", "th", "tr", "tbody", "thead", "tfoot") else _CELL if name != "table" else frozenset()
    )
