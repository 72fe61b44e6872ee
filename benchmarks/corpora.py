"""Documents by the thousand, the same on every run: articles in the shape that people keep, none of them true.

Words are as frequent as they are in any language (the commonest everywhere, most of them seldom), and things have
names, some of which stand in every tenth sentence: that is what a collection on one subject looks like.
"""

from __future__ import annotations

import random
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_PLAIN = """
the of and to in a is that for it as was with be by on not he this are or his from at which but
have an had they you were their one all we can her has there been if more when will would who so no
its into than them only other time some could these two may then do first any my now such like our
over man me even most made after also did many before must through back years where much your way
well down should because each just those people how too little state good very make world still own
see men work long get here between both life being under never day same another know while last
might us great old year off come since against go came right used take three levels cells effects
increased reduced patients study response results dose signal brain treatment activity changes
"""
_VERBS = """
blocks activates inhibits increases reduces triggers raises lowers opens binds releases modulates
prevents stimulates suppresses enhances mediates causes
"""
_SYLLABLES = """
ba be bi bo bu ca ce co cu da de di do du fa fe fi fo ga ge gi go ha he hi la le li lo lu ma me mi
mo mu na ne ni no nu pa pe pi po pu ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo xi ya
ze tra pre sti pro gly con
"""
_ENDINGS = ("", "n", "r", "s", "l", "t", "ne", "se", "tion", "ic", "al", "ate", "ine", "ed", "ing", "ly", "ous")
_SPOKEN_OF = 0.3
"""The share of sentences that name something."""

Thing = tuple[str, ...]
"""A thing's names, the usual one first."""


def words(chance: random.Random, count: int) -> list[str]:
    """Return made-up words, each once."""
    found: dict[str, None] = {}
    syllables = _SYLLABLES.split()
    while len(found) < count:
        found["".join(chance.choices(syllables, k=chance.randint(2, 4))) + chance.choice(_ENDINGS)] = None
    return list(found)


def things(count: int, seed: int = 1) -> tuple[Thing, ...]:
    """Return names as biology gives them: single words, words with a generic one behind them, with abbreviations."""
    chance = random.Random(seed)
    made: list[Thing] = []
    for first, second in pairwise(words(chance, count + 1)):
        kind = len(made) % 4
        name = first.capitalize() if kind else first
        if kind == 1:
            made.append((f"{name} receptor", f"{first[:3].upper()}R"))
        elif kind == 2:
            made.append((f"{name} {second} factor", f"{first[:2]}{second[:1]}F".upper(), f"{first}-{second} factor"))
        elif kind == 3:
            made.append((f"{name} release",))
        else:
            made.append((name,))
    return tuple(made)


def write_articles(folder: Path, count: int, characters: int, named: Sequence[Thing] = (), seed: int = 1) -> None:
    """Write so many Markdown files of about so many characters each, in folders of 500."""
    articles = _Articles(named, seed)
    for number in range(count):
        if number % 500 == 0:
            below = folder / f"part-{number // 500:03}"
            below.mkdir(parents=True, exist_ok=True)
        (below / f"article-{number:05}.md").write_text(articles.article(characters), encoding="utf-8")


class _Articles:
    def __init__(self, named: Sequence[Thing], seed: int) -> None:
        self._chance = random.Random(seed)
        self._words = [*_PLAIN.split(), *words(random.Random(0), 40_000)]
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self._words))))
        self._named = named
        self._named_weights = list(accumulate(1 / (rank + 1.5) for rank in range(len(named))))

    def article(self, characters: int) -> str:
        chance = self._chance
        parts: list[str] = []
        if chance.random() < 0.2:
            parts.append(
                f"---\ntitle: {self._heading()}\nauthor: {self._heading()}\nyear: {1990 + chance.randint(0, 35)}\n---"
            )
        parts.append(f"# {self._heading()}")
        length = 0
        sentences = self._sentences()
        while length < characters:
            kind = chance.random()
            if kind < 0.12:
                part = f"{'#' * chance.choice((2, 2, 3))} {self._heading()}"
            elif kind < 0.22:
                part = "\n".join(f"- {next(sentences)}" for _ in range(chance.randint(3, 7)))
            elif kind < 0.24:
                rows = [" | ".join(chance.choices(self._words, k=3)) for _ in range(chance.randint(4, 9))]
                part = "\n".join(f"| {row} |" for row in [rows[0], "--- | --- | ---", *rows[1:]])
            else:
                part = " ".join(next(sentences) for _ in range(chance.randint(3, 8)))
            parts.append(part)
            length += len(part)
        return "\n\n".join(parts) + "\n"

    def _heading(self) -> str:
        return " ".join(self._chance.choices(self._words, k=self._chance.randint(2, 6))).capitalize()

    def _sentences(self) -> Iterator[str]:
        chance = self._chance
        while True:
            drawn = chance.choices(self._words, cum_weights=self._weights, k=400)
            at = 0
            while at < 360:
                length = min(40, max(4, round(chance.gauss(18, 8))))
                said = drawn[at : at + length]
                at += length
                if self._named and chance.random() < _SPOKEN_OF:
                    self._name(said)
                kind = chance.random()
                if kind < 0.05:
                    said[-1] += f" ({chance.choice(said).upper()[:4]} et al., {chance.randint(1990, 2025)})"
                elif kind < 0.08:
                    said[0] = f"**{said[0]}**"
                elif kind < 0.1:
                    said[len(said) // 2] = f"[{said[len(said) // 2]}](https://example.org/{at})"
                elif kind < 0.14:
                    said[len(said) // 2] += ","
                elif kind < 0.16:
                    said[-1] += f" (see Fig. {at % 9})"
                elif kind < 0.2:
                    said.insert(len(said) // 2, f"{at / 10} %")
                sentence = " ".join(said)
                yield sentence[0].upper() + sentence[1:] + ("." if kind < 0.97 else "?")

    def _name(self, said: list[str]) -> None:
        chance = self._chance
        thing = chance.choices(self._named, cum_weights=self._named_weights)[0]
        kind = chance.random()
        if kind < 0.05 and len(thing) > 1:
            said.insert(0, f"{thing[0]} ({thing[1]})")
        elif kind < 0.5:
            said.insert(chance.randrange(len(said)), chance.choice(thing))
        else:
            other = chance.choices(self._named, cum_weights=self._named_weights)[0]
            at = chance.randrange(len(said))
            said[at:at] = [chance.choice(thing), chance.choice(_VERBS.split()), chance.choice(other)]
