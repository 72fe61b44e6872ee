"""Draw every bundled diagram on one page, to hang in a classroom and to judge the whole library at a glance.

python scripts/contact_sheet.py --output docs/contact-sheet.png [--theme light] [--columns 3]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from viewer.definitions.catalog import read_catalog
from viewer.definitions.reader import read_definition
from viewer.export.image import paint_sheet
from viewer.export.options import Options
from viewer.export.sheet import compose
from viewer.layout.engine import Engine
from viewer.layout.geometry import HEADING
from viewer.places import bundled
from viewer.scene.fonts import font_for, load_fonts
from viewer.scene.text_metrics import QtMeasurer
from viewer.scene.theme import load_theme
from viewer.store import Store

CELL_WIDTH, CELL_HEIGHT, GAP, HEAD = 900, 900, 40, 90


def main() -> int:
    """Lay all diagrams out, fit each into its cell, and write the page."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--output", type=Path, required=True)
    words.add_argument("--theme", default="light")
    words.add_argument("--columns", type=int, default=4)
    words.add_argument("--scale", type=float, default=0.6, help="pixels of the page to a pixel at 100 %%")
    asked = words.parse_args()
    app = QGuiApplication([])
    places = bundled()
    load_fonts(places.fonts)
    theme = load_theme(places.themes, asked.theme)
    measurer = QtMeasurer()
    options = Options(theme=asked.theme, legend=False, title=True)
    entries = read_catalog((places.diagrams,)).entries
    rows = -(-len(entries) // asked.columns)
    width = asked.columns * (CELL_WIDTH + GAP) + GAP
    height = rows * (CELL_HEIGHT + GAP) + GAP + HEAD
    image = QImage(round(width * asked.scale), round(height * asked.scale), QImage.Format.Format_RGB32)
    image.fill(QColor(theme.panel))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(asked.scale, asked.scale)
    painter.setPen(QColor(theme.text))
    font = font_for(HEADING)
    painter.save()
    painter.translate(GAP, 70)
    painter.scale(2, 2)
    painter.setFont(font)
    painter.drawText(0, 0, "How ketamine acts: the bundled diagrams")
    painter.restore()
    with tempfile.TemporaryDirectory() as folder:
        engine = Engine(store=Store(Path(folder)))
        for index, entry in enumerate(entries):
            diagram = read_definition(entry.path).diagram
            sheet = compose(diagram, engine.layout(diagram, measurer), theme, measurer, options)
            x = GAP + index % asked.columns * (CELL_WIDTH + GAP)
            y = HEAD + GAP + index // asked.columns * (CELL_HEIGHT + GAP)
            painter.fillRect(QRectF(x, y, CELL_WIDTH, CELL_HEIGHT), QColor(theme.canvas))
            fit = min(CELL_WIDTH / sheet.width, CELL_HEIGHT / sheet.height, 1.2)
            painter.save()
            painter.translate(x + (CELL_WIDTH - sheet.width * fit) / 2, y + (CELL_HEIGHT - sheet.height * fit) / 2)
            painter.scale(fit, fit)
            paint_sheet(painter, sheet)
            painter.restore()
    painter.end()
    asked.output.parent.mkdir(parents=True, exist_ok=True)
    image.save(str(asked.output))
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main())
