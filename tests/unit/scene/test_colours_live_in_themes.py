"""Colours are kept in the theme files alone."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b[\"']|QColor\((?!0, 0, 0, 0\))\s*\d")


def test_no_program_file_names_a_colour() -> None:
    named = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in (ROOT / "viewer").rglob("*.py")
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if COLOUR.search(line)
    ]
    assert named == []
