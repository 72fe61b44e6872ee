"""What is said at a place: words in their sentence, questions without their answers."""

from tests.builders.shows import SECRET, a_scene
from viewer.presenting.state.keys import pressed
from viewer.presenting.state.speech import LONGEST_QUOTE, Passage, passage_of, speech
from viewer.presenting.state.verbs import begun

TEXT = "A first one.\nKetamine throttles the channel,\n  they say.\nA last one."
SECOND = TEXT.index("Ketamine")
SPANS = ((0, 12), (SECOND, TEXT.index("say.") + 4), (TEXT.index("A last"), len(TEXT)))


def test_a_quote_stands_in_its_sentence_with_its_words_marked() -> None:
    start = TEXT.index("throttles")
    passage = passage_of("The primer", TEXT, SPANS, start, start + len("throttles the channel"))
    assert passage.text == "Ketamine throttles the channel, they say."
    ((a, b),) = passage.marks
    assert passage.text[a:b] == "throttles the channel"
    assert passage.source == "The primer, line\u00a02"


def test_a_quote_that_is_the_whole_sentence_is_not_marked() -> None:
    assert passage_of("T", TEXT, SPANS, 0, 12).marks == ()


def test_a_long_sentence_is_shortened_round_the_quote() -> None:
    text = "word " * 200 + "the quote" + " more" * 200
    start = text.index("the quote")
    passage = passage_of("T", text, ((0, len(text)),), start, start + 9)
    assert len(passage.text) < LONGEST_QUOTE + 20
    assert passage.text.startswith("… ")
    assert passage.text.endswith(" …")
    ((a, b),) = passage.marks
    assert passage.text[a:b] == "the quote"


def test_while_a_question_waits_neither_caption_nor_quote_is_said() -> None:
    show = pressed(begun((a_scene(),)), "PgDown")
    passage = Passage(f"It {SECRET} the channel.", source="Primer, line 3")
    waiting = speech(show.scene, show.look, passage)
    assert not [line for line in waiting if SECRET in line.text or "Primer" in line.text]
    assert [line.text for line in waiting] == ["What does ketamine do?", "A  It opens it", "B  It shuts it"]
    told = speech(show.scene, pressed(show, "PgDown").look, passage)
    assert [line.role for line in told] == ["asked", "right", "caption", "quote", "source"]
    assert [line.text for line in told[:2]] == ["What does ketamine do?", "B  It shuts it"]


def test_quotation_marks_in_a_quotation_are_of_the_other_kind() -> None:
    show = pressed(pressed(begun((a_scene(),)), "PgDown"), "PgDown")
    lines = speech(show.scene, show.look, Passage("“Trophic” means feeding.", ((0, 9),)))
    (quote,) = [line for line in lines if line.role == "quote"]
    assert quote.text == "“‘Trophic’ means feeding.”"
    assert [quote.text[a:b] for a, b in quote.marks] == ["‘Trophic’"]


def test_words_that_were_not_found_in_their_document_are_no_quotation() -> None:
    show = pressed(pressed(begun((a_scene(),)), "PgDown"), "PgDown")
    assert [line.role for line in speech(show.scene, show.look, None)] == ["asked", "right", "caption"]
