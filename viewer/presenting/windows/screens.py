"""Which screen shows what: decided from the screens' names and places alone, so that every case can be tried.

The notes are never shown where the audience looks: on a single screen, or on mirrored ones, there is no presenter
window.
"""

from __future__ import annotations

from typing import NamedTuple


class Screen(NamedTuple):
    """A screen by its name, and where it stands on the desktop: x, y, width, height."""

    name: str
    place: tuple[int, int, int, int]


class Standing(NamedTuple):
    """Where the two windows stand, by the names of screens; None: the window is hidden.

    ``lost`` is the audience's screen that was unplugged, empty when none was.
    """

    audience: str | None
    presenter: str | None
    lost: str = ""


def chosen(screens: tuple[Screen, ...], own: str, remembered: str = "") -> Standing:
    """Return where a show begins.

    The audience gets the screen that was remembered, else the first one that is not ``own`` (where the program's
    window stands) nor a mirror of it; the presenter gets ``own``.
    """
    home = _named(screens, own) or (screens[0] if screens else None)
    if home is None:
        return Standing(own, None)
    others = [screen for screen in screens if screen.place != home.place]
    if not others:
        return Standing(home.name, None)
    names = [screen.name for screen in others]
    return Standing(remembered if remembered in names else names[0], home.name)


def swapped(standing: Standing) -> Standing:
    """Return the two windows exchanged; a single one stays."""
    if standing.audience is None or standing.presenter is None:
        return standing
    return Standing(standing.presenter, standing.audience)


def moved(standing: Standing, audience: str, screens: tuple[Screen, ...]) -> Standing:
    """Return the audience on a screen by its name, the presenter where it stands or on another one."""
    wanted = _named(screens, audience)
    if wanted is None:
        return standing
    others = [screen.name for screen in screens if screen.place != wanted.place]
    keeps = standing.presenter in others
    return Standing(wanted.name, standing.presenter if keeps else others[0] if others else None)


def after_change(standing: Standing, screens: tuple[Screen, ...]) -> Standing:
    """Return where the windows stand once screens came or went.

    A lost audience screen hides the audience's window and keeps its name; when it returns, so does the window.
    Another screen never takes its place by itself. A lost presenter screen leaves the audience alone.
    """
    names = {screen.name for screen in screens}
    audience, presenter, lost = standing
    if lost and lost in names:
        back = moved(Standing(lost, presenter), lost, screens)
        return back if presenter is not None else Standing(lost, None)
    if audience is not None and audience not in names:
        if presenter is not None and presenter in names:
            return Standing(None, presenter, audience)
        return Standing(screens[0].name if screens else None, None, audience)
    if presenter is not None and presenter not in names:
        return Standing(audience, None, lost)
    if audience is not None and presenter is not None and _mirrored(screens, audience, presenter):
        return Standing(audience, None, lost)
    return standing


def _mirrored(screens: tuple[Screen, ...], one: str, other: str) -> bool:
    first, second = _named(screens, one), _named(screens, other)
    return first is not None and second is not None and one != other and first.place == second.place


def _named(screens: tuple[Screen, ...], name: str) -> Screen | None:
    return next((screen for screen in screens if screen.name == name), None)
