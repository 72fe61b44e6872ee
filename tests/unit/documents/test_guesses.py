"""The opposite word, or a denial of the relation, is guessed to dispute it; what only looks so is not."""

from pathlib import Path

import pytest

from tests.builders.documents import a_library, an_edge
from viewer.documents.library import Library
from viewer.model.evidence import Guess, Rule

# What disputes "hops inhibit moulds" …
AGAINST = (
    "By activating moulds in the cask, hops spoil the beer.",
    "Hops promote moulds in a warm cellar.",
    "Hops do not inhibit moulds at this strength.",
    "Hops don't block moulds in beer.",
    "Moulds are stimulated by hops in some casks.",
    "Moulds are not inhibited by hops.",
    "Hops failed to suppress moulds in three trials.",
    "There is no evidence that hops inhibit moulds.",
    "It is not true that hops block moulds.",
    "Hops activate moulds rather than inhibit them.",
    "Hops cause moulds, says the older book.",
    "In that cellar hops increase the growth of moulds.",
    "Hops can neither block nor slow moulds.",
    "Loss of hops reduces moulds in the cask.",
    "Hops are a promoter of moulds.",
    "Hops activate yeast but do not inhibit moulds.",
    "Hops were thought to be clean, yet they clearly promote moulds.",
)
# … and what does not.
BESIDE = (
    "Hops inhibit moulds in most casks.",
    "Hops do not promote moulds.",
    "Hops do not activate moulds, whatever is said.",
    "Moulds are inhibited by hops.",
    "Hops inhibit moulds but activate yeast.",
    "Hops activate yeast and inhibit moulds.",
    "Hops reduce the activation of moulds.",
    "Hops block the release of moulds into the air.",
    "Hops prevent air from activating moulds.",
    "Blocking hops promotes moulds.",
    "Loss of hops increases moulds in the cask.",
    "Without hops, moulds grow faster.",
    "Do hops promote moulds?",
    "If hops activated moulds, beer would not keep.",
    "Whether hops promote moulds is what the brewer asked.",
    "Hops not only inhibit moulds, they also taste bitter.",
    "Unlike hops, sugar promotes moulds.",
    "Sugar promotes moulds, whereas hops inhibit them.",
    "Hops inhibit yeast, but sugar promotes moulds.",
    "Hops are bitter; warmth promotes moulds.",
    "The addition of hops leads to decreased growth of moulds.",
    "The profile of hops raises hard questions about what they do to moulds.",
    "While hops act briefly, a warm cellar can promote moulds.",
    "While the brewer’s hops fade, a warm cellar can promote moulds.",
    "At lower doses hops block moulds.",
    "Air acts on hops and promotes moulds.",
    "Put these in order: hops, yeast, moulds promotion.",
    "Brewers’ doubts of hops, a plant that many promote, and moulds are old.",
    "Hops are a crop, a field that promotes moulds.",
    "This reduction of hops leads to increased moulds.",
    "Hops and moulds are activated by warmth.",
    "Hops play a role in moulds that nobody has looked at.",
    "Hops are associated with moulds in old casks.",
    "More hops, fewer moulds, says the rule.",
    "Moulds activate hops in the field.",
    "Hops help against moulds.",
    "Hops alter the growth and the firing of moulds.",
    "Here we ask how hops came to promote moulds.",
    "Sugar feeds yeast by activating moulds in the cask, and hops curb it there.",
    "Antibodies against hops promote moulds.",
    "Hops and moulds meet in the cellar.",
    "Hops decrease the rise of moulds.",
    "Hops are moulds inhibitors of the first rank.",
    "Hops inhibit and promote moulds by turns.",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    text = "Notes\n\n" + "\n\n".join((*AGAINST, *BESIDE)) + "\n"
    made = a_library(tmp_path_factory.mktemp("guesses"), {"notes.md": text})
    yield made
    made.close()


@pytest.fixture(scope="module")
def guessed(library: Library) -> dict[str, Guess | None]:
    found = library.excerpts(an_edge("Hops", "inhibit", "inhibits", "Moulds"))
    return {excerpt.text: excerpt.guess for excerpt in found.excerpts}


@pytest.mark.parametrize("text", AGAINST)
def test_the_opposite_or_the_denial_is_guessed_to_dispute(guessed: dict[str, Guess | None], text: str) -> None:
    assert guessed[text] is Guess.POSSIBLY_DISPUTES


@pytest.mark.parametrize("text", BESIDE)
def test_what_only_looks_so_is_not(guessed: dict[str, Guess | None], text: str) -> None:
    assert guessed.get(text) is None


def test_a_guess_comes_behind_what_states_the_relation(library: Library) -> None:
    texts = [excerpt.text for excerpt in library.excerpts(an_edge("Hops", "inhibit", "inhibits", "Moulds")).excerpts]
    assert texts.index("Hops inhibit moulds in most casks.") < min(texts.index(text) for text in AGAINST)


@pytest.mark.parametrize(
    ("relation", "text", "disputes"),
    [
        ("activates", "Hops do not inhibit moulds at this strength.", False),
        ("activates", "Hops inhibit moulds in most casks.", True),
        ("activates", "Hops do not promote moulds.", True),
        ("binds", "Hops inhibit moulds in most casks.", False),
        ("modulates", "Hops promote moulds in a warm cellar.", False),
        ("part-of", "Hops promote moulds in a warm cellar.", False),
        ("leads-to", "Hops prevent air from activating moulds.", True),
    ],
)
def test_negation_is_thought_through_both_ways(library: Library, relation: str, text: str, disputes: bool) -> None:
    found = library.excerpts(an_edge("Hops", "", relation, "Moulds")).excerpts
    excerpt = next(one for one in found if one.text == text)
    assert (excerpt.guess is Guess.POSSIBLY_DISPUTES) is disputes


@pytest.mark.parametrize("verb", ["guards against", "blocks uptake of", "stops making of", "halts", ""])
def test_the_words_on_the_arrow_are_not_held_against_it(tmp_path: Path, verb: str) -> None:
    said = ("Hops guard against moulds.", "Hops block the uptake of moulds.", "Hops stop the making of moulds.")
    library = a_library(tmp_path, {"a.txt": "Notes\n" + " ".join(said) + "\n"})
    assert [one.guess for one in library.excerpts(an_edge("Hops", verb, "decreases", "Moulds")).excerpts] == [
        None
    ] * 3
    library.close()


def test_the_reason_names_the_word_and_the_names(library: Library) -> None:
    found = library.excerpts(an_edge("Hops", "inhibit", "inhibits", "Moulds")).excerpts
    why = {excerpt.text: excerpt.why for excerpt in found}
    stated = why["Moulds are inhibited by hops."]
    assert stated is not None
    assert (stated.rule, stated.words, stated.verbs) == (Rule.STATES, ("Moulds", "hops"), ("inhibited",))
    against = why["Hops promote moulds in a warm cellar."]
    assert against is not None
    assert against.verbs == ("promote",)
    for text, reason in why.items():
        assert reason is not None
        assert all(word in text for word in (*reason.words, *reason.verbs))


@pytest.mark.parametrize(
    "text",
    [
        "Hops but " + "alyaly" * 200 + " promote moulds.",
        "Hops " + "is is " * 200 + "that promote moulds.",
        "Hops, " + "which " * 200 + "promote moulds.",
        "No evidence that " * 80 + "hops promote moulds.",
        "Hops " * 200 + "promote " + "moulds " * 40,
    ],
)
def test_a_sentence_that_never_ends_is_judged_all_the_same(tmp_path: Path, text: str) -> None:
    """A pattern that could be fitted in ever more ways would not come back from these."""
    library = a_library(tmp_path, {"a.txt": f"Notes\n{text}\n"})
    assert library.excerpts(an_edge("Hops", "inhibit", "inhibits", "Moulds")).total >= 0
    library.close()
