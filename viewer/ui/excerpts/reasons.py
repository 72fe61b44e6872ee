"""Why an excerpt is shown, and what the machine guesses of it, in words. Pure: an excerpt in, a sentence out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.model.evidence import Guess, Rule
from viewer.ui.typeset.shown_text import first_words

if TYPE_CHECKING:
    from viewer.model.evidence import Excerpt

GUESSED = {Guess.POSSIBLY_DISPUTES: "Possibly disputes this · a machine’s guess"}
"""What a card says of a guess: never as a fact."""

_SAYS = {
    Rule.QUOTED: "the diagram quotes it",
    Rule.DEFINES: "it seems to say what this is",
    Rule.DESCRIBES: "it seems to describe this",
    Rule.ACTS: "it seems to say what this does",
    Rule.ACTED_ON: "it seems to say what acts on this",
    Rule.MENTIONS: "it mentions this",
    Rule.STATES: "it names both ends, in order, with a word of the relation",
    Rule.NAMES_BOTH: "it names both ends",
    Rule.UNDER_HEADING: "it names one end, under a heading that names the other",
    Rule.BESIDE: "one end is named here, the other in the sentence beside it",
}
_DISPUTES = "it names both ends, and a word of the relation is denied or pulls the other way"
_WORD = 60


def reason(excerpt: Excerpt) -> str:
    """Return why an excerpt is shown: the rule, the words that matched, the word of the relation; "" if unknown."""
    why = excerpt.why
    if why is None:
        return ""
    says = _DISPUTES if excerpt.guess is Guess.POSSIBLY_DISPUTES else _SAYS[why.rule]
    parts = [f"Why: {says}."]
    if why.words and why.rule is not Rule.QUOTED:
        parts.append(f"Matched{'' if why.whole else ' in part'}: {_listed(why.words)}.")
    if why.verbs:
        parts.append(f"{'Relation word' if len(why.verbs) == 1 else 'Relation words'}: {_listed(why.verbs)}.")
    return " ".join(parts)


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"“{first_words(word, _WORD)}”" for word in words)
