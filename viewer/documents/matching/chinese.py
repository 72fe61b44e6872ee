"""Names in Chinese and Japanese that an abbreviation in Latin letters is set beside: 脑源性神经营养因子（BDNF）.

No space says where such a name begins: it goes back to the last sign that stops a sentence, or the last word that
is hardly ever part of a name.
"""

from __future__ import annotations

import re

from viewer.documents.matching.levelling import CJK

_LATIN = r"A-Za-z0-9α-ωΑ-ΩＡ-Ｚａ-ｚ０-９"
_SHORT = rf"[{_LATIN}](?:[{_LATIN}+/.\-‐‑–]{{0,10}}[{_LATIN}+])"
_CALLED = r"(?:(?:以下|下文|常)?(?:简称|簡稱|缩写|縮寫|略称|英文|英文名|又称|又稱)[为為作是]?)?[\s:：,，“\"]*"
# A bracket with the short form alone, or with the long one in another language before or behind it.
_INNER = re.compile(
    rf"\s*{_CALLED}(?:[^{CJK}]{{3,120}}?[,，;；、]\s*)?{_CALLED}({_SHORT})s?[\s”\"]*(?:[,，;；、][^{CJK}]{{3,120}})?\s*"
)
_AT_END = re.compile(rf"(?<![{_LATIN}])({_SHORT})[\s”\"]*$")
# Signs that names are made of: letters of any kind, the hyphens, primes and points within them.
_NAME = re.compile(rf"[{CJK}{_LATIN}\-‐‑–,，'′’·・]+$")
_NO_PART = re.compile(
    "[\u3041-\u309f]|[的了是和与與及或并並被把称稱即指使]|例如|包括|通过|通過|表明|发现|發現|显示|顯示|提示|认为|認為"
    "|抑制|激活|阻断|阻斷|增加|减少|減少|降低|升高|促进|促進|导致|導致|引起|调节|調節|影响|影響|释放|釋放|作用于|作用於"
    "|结合|結合|以及|属于|屬於|通常|主要|可以|能够|能夠|一种|一種|非竞争性|，|,(?!\\d)"
)
_SIGN = re.compile(f"[{CJK}]")
_LEAST, _MOST = 2, 24
_LONGEST = 60


def short_in(inner: str) -> str:
    """Return the short form that a bracket behind a name holds; empty where it holds none."""
    match = _INNER.fullmatch(inner)
    return match[1] if match else ""


def short_at_end(before: str) -> str:
    """Return the short form in Latin letters right before a bracket; empty where there is none."""
    match = _AT_END.search(before, max(0, len(before) - _LONGEST))
    return match[1] if match else ""


def named_before(before: str) -> str:
    """Return the name at the end of some text; empty where that is no Chinese or Japanese name."""
    match = _NAME.search(before, max(0, len(before) - _LONGEST))
    if match is None:
        return ""
    name = match[0]
    begin = max((stop.end() for stop in _NO_PART.finditer(name)), default=0)
    # What the text breaks off in the middle of begins nowhere.
    return _whole(name[begin:]) if begin or len(name) < _LONGEST else ""


def named_in(inner: str) -> str:
    """Return the name that a bracket holds, nothing else; empty where it holds something else."""
    name = inner.strip()
    return _whole(name) if _NAME.fullmatch(name) and not _NO_PART.search(name) else ""


def _whole(name: str) -> str:
    name = name.strip("-‐‑–,，'′’·・ ")
    last = bool(name) and _SIGN.match(name[-1]) is not None
    return name if last and len(_SIGN.findall(name)) >= _LEAST and len(name) <= _MOST else ""
