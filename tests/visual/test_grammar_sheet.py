"""The whole grammar, drawn in every theme, looks as it was last approved.

``REWRITE_PICTURES=1 pytest tests/visual`` approves what is drawn now. A failure leaves the picture and what
differs in ``tests/visual/failed``.
"""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from tests.builders.grammar_sheet import SHEET, sheet_ink
from tests.builders.images import difference, picture_of
from tests.builders.theming import a_measurer, a_theme
from viewer.scene.theme import THEMES

HERE = Path(__file__).resolve().parent
KEPT, FAILED = HERE / "pictures", HERE / "failed"
REWRITE = "REWRITE_PICTURES" in os.environ

# Another build of Qt smooths edges and letters a little differently; a head or a line that is gone differs by more.
SHARE_ALLOWED = 0.0003

pytestmark = pytest.mark.visual


def _drawn(name: str) -> QImage:
    theme = a_theme(name)
    return picture_of(sheet_ink(theme, a_measurer()), *SHEET, theme.canvas)


@pytest.mark.parametrize("name", THEMES)
def test_the_grammar_looks_as_approved(name: str, qapp: QGuiApplication) -> None:
    drawn, file = _drawn(name), KEPT / f"grammar-{name}.png"
    if REWRITE:
        KEPT.mkdir(exist_ok=True)
        assert drawn.save(str(file))
        return
    share, where = difference(QImage(str(file)), drawn)
    if share > SHARE_ALLOWED:
        FAILED.mkdir(exist_ok=True)
        drawn.save(str(FAILED / f"grammar-{name}.png"))
        where.save(str(FAILED / f"grammar-{name}-difference.png"))
    assert share <= SHARE_ALLOWED, f"{share:.2%} of the pixels differ, see {FAILED.relative_to(HERE.parent.parent)}"


@pytest.mark.parametrize("region", [QRect(650, 14, 100, 28), QRect(30, 28, 120, 44)])
def test_an_arrow_or_a_node_that_is_gone_would_be_noticed(region: QRect, qapp: QGuiApplication) -> None:
    whole = _drawn("light")
    without = whole.copy()
    painter = QPainter(without)
    painter.fillRect(region, whole.pixelColor(0, 0))
    painter.end()
    share, _ = difference(whole, without)
    assert share > SHARE_ALLOWED
