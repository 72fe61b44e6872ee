"""Where the lines of a page go: to the page itself, or to the cell of the table that is being read."""

from __future__ import annotations

from viewer.documents.formats.html.lines import Line, row

_DEEPEST = 20


class Tables:
    """The tables that are open, one within another; within the twentieth a table is read as plain lines."""

    def __init__(self, page: list[Line]) -> None:
        """Take the list of the page's own lines."""
        self._sinks = [page]
        self._rows: list[list[list[Line]]] = []
        self._groups: list[int] = []
        self._plain = 0

    @property
    def sink(self) -> list[Line]:
        """Where a line goes that is found now."""
        return self._sinks[-1]

    def open_table(self, group: int) -> None:
        """Begin a table; ``group`` is that of its rows."""
        if len(self._rows) >= _DEEPEST:
            self._plain += 1
            return
        self._rows.append([])
        self._groups.append(group)

    def close_table(self) -> None:
        """End the innermost table."""
        if self._plain:
            self._plain -= 1
            return
        self.finish_row()
        self._rows.pop()
        self._groups.pop()

    def open_cell(self) -> bool:
        """Begin a cell and return True; False where no table is read."""
        if self._plain or not self._rows:
            return False
        cell: list[Line] = []
        self._rows[-1].append(cell)
        self._sinks.append(cell)
        return True

    def close_cell(self) -> None:
        """End the innermost cell."""
        self._sinks.pop()

    def drop_row(self) -> None:
        """Forget the cells since the last row."""
        if not self._plain and self._rows:
            self._rows[-1] = []

    def finish_row(self) -> None:
        """Hand the cells since the last row on as a row."""
        if self._plain or not self._rows:
            return
        cells, self._rows[-1] = self._rows[-1], []
        if cells:
            self._sinks[-1].extend(row(cells, self._groups[-1]))
