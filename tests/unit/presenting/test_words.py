"""The words of the show as type: no short last word stands alone, and nothing of that is told to a screen reader."""

import pytest
from PySide6.QtWidgets import QApplication

from viewer.presenting.picture.words import Paragraph, Words, without_widow


@pytest.mark.parametrize(
    "text",
    [
        "The sources dispute it.",
        "Primer, line 35",
        "Depression lifts, and then connections",
        "Abuse it.",
        "word",
        "",
    ],
)
def test_a_short_last_word_stays_with_the_one_before(text: str) -> None:
    told = without_widow(text)
    assert told.replace("\N{NO-BREAK SPACE}", " ") == text
    assert ("\N{NO-BREAK SPACE}" in told) == (text.count(" ") > 1 and len(text.split()[-1]) < 6)


def test_the_last_line_of_a_paragraph_holds_two_words(qapp: QApplication) -> None:
    """At some width the last word would fall into a line of its own; it takes its neighbour with it."""
    words = Words((Paragraph("Primer, line 35", 20, 26),), 1.0)
    wide = next(width for width in range(40, 400) if words.height(width) == words.height(400))
    rows, _height = words._rows(wide - 2)
    line = rows[0].layout.lineAt(rows[0].layout.lineCount() - 1)
    assert rows[0].layout.text()[line.textStart() :].split() == ["line", "35"]
    assert words.text == "Primer, line 35"
