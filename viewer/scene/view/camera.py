"""The camera: which part of the page the view shows, and how large. A pure value; every move gives a new one."""

from __future__ import annotations

from typing import NamedTuple

from viewer.layout.geometry import Box, Point

SMALLEST = 0.02
LARGEST = 16.0
_FOUND = 0.9  # what is looked for is shown at least at this scale
_NEARLY = 0.08
_MARGIN = 0.04  # of the view's shorter side, left free around what is fitted
_KEPT = 0.5  # of the view, each way, is covered by the page however far it is moved: all of a smaller page


class Camera(NamedTuple):
    """``scale`` is view pixels a page pixel; ``x`` and ``y`` are the page point at the view's upper left corner."""

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def to_view(self, point: Point) -> Point:
        """Return where a page point stands in the view."""
        return Point((point.x - self.x) * self.scale, (point.y - self.y) * self.scale)

    def to_page(self, point: Point) -> Point:
        """Return the page point under a view point."""
        return Point(point.x / self.scale + self.x, point.y / self.scale + self.y)

    def seen(self, width: float, height: float) -> Box:
        """Return the part of the page in a view of this size."""
        return Box(self.x, self.y, width / self.scale, height / self.scale)

    def panned(self, dx: float, dy: float) -> Camera:
        """Move the page by this many view pixels."""
        return self._replace(x=self.x - dx / self.scale, y=self.y - dy / self.scale)

    def zoomed(self, factor: float, at: Point) -> Camera:
        """Zoom by a factor, holding the page point under the view point ``at`` still."""
        scale = min(max(self.scale * factor, SMALLEST), LARGEST)
        anchor = self.to_page(at)
        return Camera(scale, anchor.x - at.x / scale, anchor.y - at.y / scale)

    def held(self, bounds: Box, width: float, height: float) -> Camera:
        """Keep the page in a quarter of the view at least, or all of a smaller page, so that nobody gets lost."""
        wide, tall = width / self.scale, height / self.scale
        across, down = min(bounds.width, wide * _KEPT), min(bounds.height, tall * _KEPT)
        x = min(max(self.x, bounds.x + across - wide), bounds.right - across)
        y = min(max(self.y, bounds.y + down - tall), bounds.bottom - down)
        return self._replace(x=x, y=y)

    def centred(self, point: Point, width: float, height: float) -> Camera:
        """Bring a page point to the middle of the view."""
        return self._replace(x=point.x - width / self.scale / 2, y=point.y - height / self.scale / 2)


def fitted(bounds: Box, width: float, height: float, largest: float = 1.0) -> Camera:
    """Return the camera that shows all of ``bounds`` in the middle, at most at ``largest``."""
    width, height = max(width, 1.0), max(height, 1.0)
    margin = _MARGIN * min(width, height)
    scale = min(
        (width - 2 * margin) / max(bounds.width, 1.0), (height - 2 * margin) / max(bounds.height, 1.0), largest
    )
    return Camera(max(scale, SMALLEST)).centred(bounds.centre, width, height)


def calm(camera: Camera, wanted: Camera, bounds: Box, height: float) -> Camera:
    """Return ``camera``, moved no more than it must, while the page fits nearly as large as with ``wanted``.

    A strip that comes under the diagram and goes again shall not make it jump.
    """
    seen = height / camera.scale
    if abs(camera.scale / wanted.scale - 1) > _NEARLY or bounds.height > seen:
        return wanted
    return camera._replace(y=min(max(camera.y, bounds.bottom - seen), bounds.y))


def revealing(camera: Camera, box: Box, width: float, height: float, least: float) -> Camera:
    """Return the camera that shows ``box``: the same one when it does already and its scale is at least ``least``."""
    if camera.scale >= least and camera.seen(width, height).holds(box):
        return camera
    return Camera(max(camera.scale, _FOUND)).centred(box.centre, width, height)


def between(start: Camera, end: Camera, t: float, width: float, height: float) -> Camera:
    """Return the camera at ``t`` (0 to 1) of a move: the scale in equal ratios, the middle along a line."""
    if t >= 1:
        return end
    scale = start.scale * (end.scale / start.scale) ** t
    a, b = start.seen(width, height).centre, end.seen(width, height).centre
    # Moving the middle in step with the width of what is seen keeps the picture's speed even.
    part = (
        t
        if abs(end.scale - start.scale) < 1e-9
        else (1 / scale - 1 / start.scale) / (1 / end.scale - 1 / start.scale)
    )
    middle = Point(a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part)
    return Camera(scale).centred(middle, width, height)
