"""Small pictures of diagrams for the library, made one after the other away from the GUI thread and kept on disk.

A picture is kept by what it shows: the definition's text, the theme, the font and the engine. It has no words, which
could not be read, and thicker lines, which would vanish when made small.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QObject, QTimer, Signal
from PySide6.QtGui import QImage, QPainter

from viewer.session.jobs import Lane, Token
from viewer.store import digest

if TYPE_CHECKING:
    from collections.abc import Callable

    from viewer.definitions.catalog import Entry
    from viewer.errors import ViewerError
    from viewer.layout.geometry import Layout
    from viewer.model.diagram import Diagram
    from viewer.scene.ink.marks import Ink
    from viewer.scene.theme import Theme
    from viewer.session.opening import Opener
    from viewer.store import Store

WIDTH, HEIGHT = 184, 100
"""The size of a picture at 100 %, in pixels; it is made for 200 %."""

_DENSITY = 2
_MARGIN = 7.0
_MOST_SCALE = 0.5  # a diagram of two boxes must not look larger than one of twenty
_LEAST_LINE, _MOST_LINE = 2.8, 7.0  # before scaling
_SEEN_LINE = 0.5  # px on the screen that a line should keep
_VERSION = 1
_MOST_HELD = 64
_MOST_WAITING = 32
_LARGE = 300  # nodes and arrows: without a kept layout such a diagram may take the engine long
_DELAY = 250  # ms before any is drawn; the open diagram comes first, and gives its layout for nothing


class _Key(NamedTuple):
    theme: str
    diagram: str


class Thumbnails(QObject):
    """Signal: ``ready(str)`` with the id of a diagram whose picture is there, or is known to be impossible."""

    ready = Signal(str)

    def __init__(self, opener: Opener, store: Store, parent: QObject | None = None) -> None:
        """Take what opens diagrams, and where pictures are kept."""
        super().__init__(parent)
        self._opener, self._store = opener, store
        self._theme: Theme | None = None
        self._lane = Lane(self)
        self._waiting: dict[_Key, Entry] = {}  # to be looked for on disk, which costs little
        self._missing: dict[_Key, Entry] = {}  # to be drawn, later
        self._settled: dict[_Key, Entry] = {}
        self._images: dict[_Key, QImage] = {}
        self._start = QTimer(self)
        self._start.setSingleShot(True)
        self._start.timeout.connect(self._next)
        self._draw = QTimer(self)
        self._draw.setSingleShot(True)
        self._draw.setInterval(_DELAY)
        self._draw.timeout.connect(self._next)

    def set_theme(self, theme: Theme) -> None:
        """Make pictures in these colours from now on."""
        self._theme = theme
        self._waiting.clear()
        self._missing.clear()

    def ask(self, entry: Entry) -> None:
        """Want the picture of a diagram that is in sight; an entry that was read anew is looked at again."""
        if self._theme is None:
            return
        key = _Key(self._theme.name, entry.id)
        if self._settled.get(key) is entry:
            return
        self._waiting[key] = entry
        while len(self._waiting) > _MOST_WAITING:  # what was asked first has been scrolled away
            del self._waiting[next(iter(self._waiting))]
        if not self._lane.busy and not self._start.isActive():
            self._start.start(0)

    def image(self, diagram: str) -> QImage | None:
        """Return the picture, or None while there is none. Its background is clear."""
        return None if self._theme is None else self._images.get(_Key(self._theme.name, diagram))

    def close(self) -> None:
        """Stop and wait."""
        self._start.stop()
        self._draw.stop()
        self._waiting.clear()
        self._missing.clear()
        self._lane.close()

    def _next(self) -> None:
        if self._theme is None or self._lane.busy:
            return
        if self._waiting:
            self._look_up(self._theme)
        elif self._missing and not self._draw.isActive():
            self._make(self._theme)

    def _look_up(self, theme: Theme) -> None:
        """Take the next picture from the disk, where it is kept."""
        key = next(iter(self._waiting))
        entry = self._waiting.pop(key)
        opener, store = self._opener, self._store

        def done(image: QImage | None) -> None:
            if image is not None:
                self._settle(key, entry, image)
                return
            self._missing[key] = entry
            if len(self._missing) > _MOST_WAITING:
                del self._missing[next(iter(self._missing))]
            if not self._draw.isActive():
                self._draw.start()
            self._next()

        def failed(_error: ViewerError) -> None:
            done(None)

        self._lane.submit(lambda _token: _kept(_key_of(entry, theme, opener), store), done, failed)

    def _make(self, theme: Theme) -> None:
        """Draw the next picture, those of large diagrams last."""
        small = (key for key, entry in self._missing.items() if entry.nodes + entry.edges <= _LARGE)
        key = next(small, next(iter(self._missing)))
        entry = self._missing.pop(key)
        opener, store = self._opener, self._store

        def done(image: QImage) -> None:
            self._settle(key, entry, image)

        def failed(_error: ViewerError) -> None:
            self._settle(key, entry, None)

        self._lane.submit(_work(entry, theme, opener, store), done, failed)

    def _settle(self, key: _Key, entry: Entry, image: QImage | None) -> None:
        self._images.pop(key, None)
        self._settled.pop(key, None)
        self._settled[key] = entry
        if image is not None and not image.isNull():
            self._images[key] = image
        while len(self._images) > _MOST_HELD:
            oldest = next(iter(self._images))
            del self._images[oldest]
            self._settled.pop(oldest, None)
        if self._theme is not None and key.theme == self._theme.name:
            self.ready.emit(key.diagram)
        self._next()


def _work(entry: Entry, theme: Theme, opener: Opener, store: Store) -> Callable[[Token], QImage]:
    def work(token: Token) -> QImage:
        key = _key_of(entry, theme, opener)
        opened = opener.open(entry.path, None, token)
        image = picture_of(opened.definition.diagram, opened.layout, theme)
        if not opened.layout.warnings:  # a makeshift layout is not kept, so neither is its picture
            store.put(key, _png(image))
        return image

    return work


def _key_of(entry: Entry, theme: Theme, opener: Opener) -> str:
    from viewer.definitions.files import read_bounded

    content = read_bounded(entry.path, str(entry.path))
    return f"thumbnail {_VERSION} {theme!r} {opener.measurer.fingerprint} {opener.engine.name} {digest(content)}"


def _kept(key: str, store: Store) -> QImage | None:
    kept = store.get(key)
    image = QImage() if kept is None else QImage.fromData(kept)
    return None if image.isNull() else image


def picture_of(diagram: Diagram, layout: Layout, theme: Theme) -> QImage:
    """Draw a diagram small on a clear ground, at twice the size of 100 %."""
    from viewer.scene.ink.drawing import Layer, drawing_of
    from viewer.scene.painting import paint

    image = QImage(WIDTH * _DENSITY, HEIGHT * _DENSITY, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    bounds = layout.bounds
    across = (WIDTH - 2 * _MARGIN) / max(bounds.width, 1.0)
    down = (HEIGHT - 2 * _MARGIN) / max(bounds.height, 1.0)
    scale = min(across, down, _MOST_SCALE)
    line = min(max(_LEAST_LINE, _SEEN_LINE / scale), _MOST_LINE)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_DENSITY, _DENSITY)
    painter.translate(WIDTH / 2, HEIGHT / 2)
    painter.scale(scale, scale)
    painter.translate(-bounds.centre.x, -bounds.centre.y)
    for piece in drawing_of(diagram, layout, theme):
        if piece.kind is not Layer.VERB:
            paint(painter, _thickened(piece.ink, line))
    painter.end()
    return image


def _thickened(ink: Ink, width: float) -> Ink:
    """Leave the words out and give every line at least this width."""
    from viewer.scene.ink.marks import Shape

    marks = []
    for mark in ink:
        if isinstance(mark, Shape):
            line = mark.stroke and mark.stroke._replace(width=max(width, mark.stroke.width))
            marks.append(mark._replace(stroke=line))
    return tuple(marks)


def _png(image: QImage) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the format's name may be a str
    buffer.close()
    return bytes(held.data())
