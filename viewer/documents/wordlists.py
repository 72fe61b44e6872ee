"""Word lists kept as files beside their readers: sections in brackets, words apart by white space, ``#`` comments."""

from __future__ import annotations

from functools import cache


@cache
def sections(package: str, name: str) -> dict[str, tuple[str, ...]]:
    """Return the words of each section of a package's list, in order; words before any section are under ""."""
    import pkgutil

    source = pkgutil.get_data(package, name)
    found: dict[str, list[str]] = {"": []}
    section = ""
    for line in (source or b"").decode("utf-8").splitlines():
        bare = line.strip()
        if bare.startswith("#"):
            continue
        if bare.startswith("[") and bare.endswith("]"):
            section = bare[1:-1]
            found.setdefault(section, [])
        else:
            found[section].extend(bare.split())
    return {key: tuple(words) for key, words in found.items()}


@cache
def words(section: str) -> frozenset[str]:
    """Return one section of the words that matter to the structure of names and sentences."""
    return frozenset(sections("viewer.documents.matching", "words.txt")[section])
