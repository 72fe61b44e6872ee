"""Make texts comparable without changing their length: offsets into the levelled text hold for the text itself.

Case, accents, kinds of hyphens, quotation marks and spaces, sub- and superscripts, full-width letters and marks of
emphasis are levelled. What is shown is always the text itself.
"""

from __future__ import annotations

import re
import unicodedata

from viewer.documents.matching.mending import is_broken, mended_words

_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\ufe63\uff0d\u2043"
_APOSTROPHES = "‘’‛′ʼ`´＇"
_QUOTES = "“”„‟″«»＂"
_MARKUP = "*_|>~"

CJK = (
    "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
"""The characters of scripts that do not part every word from the next, as a regular expression's range.

Korean has spaces, but its particles stand right behind a word: "인슐린은" speaks of "인슐린".
"""

GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta", "θ": "theta",
    "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "ο": "omicron", "π": "pi", "ρ": "rho",
    "σ": "sigma", "ς": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
}  # fmt: skip
"""Greek letters by their names, as biology writes both."""

_GREEK_NAMES = {ord(letter): name for letter, name in GREEK.items()}
_EACH_CJK = re.compile(f"[{CJK}]")


class _Table(dict[int, str]):
    """A translation table that works out each character once, when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _level(chr(code))
        return found


def _level(sign: str) -> str:
    if sign in _HYPHENS:
        return "-"
    if sign in _APOSTROPHES:
        return "'"
    if sign in _QUOTES:
        return '"'
    if sign in _MARKUP or (sign.isspace() and sign != "\n"):
        return " "
    parts = unicodedata.normalize("NFKD", sign)
    base = parts[0]
    if len(parts) > 1 and not (
        (base.isascii() or "\u0370" <= base <= "\u03ff") and all(map(unicodedata.combining, parts[1:]))
    ):
        base = sign
    lower = base.lower()
    return lower if len(lower) == 1 else lower[0] if base == "İ" else base


_TABLE = _Table()
_ASCII = str.maketrans("`*_|>~\t", "'      ")


def level(text: str) -> str:
    """Return the levelled text, of the same length as ``text``."""
    if text.isascii():
        return text.lower().translate(_ASCII)
    return text.translate(_TABLE)


def index_form(text: str) -> str:
    """Return what the full-text index holds of a text: levelled, Greek letters by name, Chinese signs one by one.

    Words that are broken in it stand at its end once more, whole.
    """
    levelled = level(text)
    if is_broken(text) and (whole := mended_words(text)):
        levelled = f"{levelled} {level(whole)}"
    if levelled.isascii():
        return levelled
    return _EACH_CJK.sub(r" \g<0> ", levelled.translate(_GREEK_NAMES))
