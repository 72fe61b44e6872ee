"""Draw every frame of a diagram's story on one page, to judge it as a class sees it: also from across the room.

python scripts/story_sheet.py --output docs/story.png --diagram glutamate-surge [--far 0.15]
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from viewer.definitions.catalog import find, read_catalog
from viewer.definitions.reader import read_definition
from viewer.layout.engine import Engine
from viewer.places import bundled
from viewer.presenting.picture.stage import Stage
from viewer.presenting.state.keys import pressed
from viewer.presenting.state.scene import scene_of
from viewer.presenting.state.show import Blank
from viewer.presenting.state.speech import Passage, passage_of, speech
from viewer.presenting.state.turns import turns
from viewer.presenting.state.verbs import begun
from viewer.scene.fonts import load_fonts
from viewer.scene.text_metrics import QtMeasurer
from viewer.scene.theme import load_theme

GAP = 24


def main() -> int:
    """Play the story with the next key alone, keep every frame, and write the page."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--output", type=Path, required=True)
    words.add_argument("--diagram", default="glutamate-surge", help="id of a bundled diagram")
    words.add_argument("--theme", default="light")
    words.add_argument("--size", default="1920x1080", help="WIDTHxHEIGHT of the screen in pixels")
    words.add_argument("--columns", type=int, default=3)
    words.add_argument("--far", type=float, default=1.0, help="scale every frame: 0.15 is the view from the last row")
    words.add_argument("--no-legend", action="store_true")
    asked = words.parse_args()
    app = QApplication([])
    places = bundled()
    load_fonts(places.fonts)
    diagram = read_definition(find(asked.diagram, read_catalog([places.diagrams])).path).diagram
    scene = scene_of(diagram, Engine().layout(diagram, QtMeasurer()), legend=not asked.no_legend)
    theme = load_theme(places.themes, asked.theme)
    width, height = (int(side) for side in asked.size.split("x"))
    stage = Stage((scene,), theme)
    stage.moves = False
    stage.resize(width, height)
    frames: list[QImage] = []
    show = begun((scene,))
    while True:
        quote = quoted(places.documents, scene.step(show.place.halt))
        stage.show_look(show.look, speech(scene, show.look, quote), turns(scene, show.look, quote))
        picture = stage.grab().toImage()
        frames.append(
            picture.scaledToWidth(round(width * asked.far), Qt.TransformationMode.SmoothTransformation)
            if asked.far != 1.0
            else picture
        )
        following = pressed(show, "PgDown")
        if following.blank is Blank.END:
            break
        show = following
    page(frames, asked.columns, theme.second).save(str(asked.output))
    del app
    return 0


def quoted(folder: Path, step: object) -> Passage | None:
    """Return what a step quotes in its sentence, read from the bundled documents."""
    from viewer.documents.files.reading import read
    from viewer.documents.files.sources import read_bytes, survey
    from viewer.documents.quotes import locate_quote

    quote = getattr(step, "quote", None)
    if quote is None:
        return None
    for source in survey([folder]).sources:
        if source.stem == quote.document:
            document = read(source, read_bytes(source))
            located = locate_quote(document.text, quote.quote)
            spans = tuple((passage.start, passage.end) for passage in document.passages)
            return passage_of(document.title, document.text, spans, located.start, located.end)
    return None


def page(frames: list[QImage], columns: int, ground: str) -> QImage:
    """Put frames of one size side by side."""
    rows = -(-len(frames) // columns)
    width, height = frames[0].width(), frames[0].height()
    image = QImage(columns * (width + GAP) + GAP, rows * (height + GAP) + GAP, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    for index, frame in enumerate(frames):
        painter.drawImage(GAP + index % columns * (width + GAP), GAP + index // columns * (height + GAP), frame)
    painter.end()
    return image


if __name__ == "__main__":
    sys.exit(main())
