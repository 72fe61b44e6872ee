"""Files that mean harm get an answer, within bounds of time and memory."""

import subprocess
import sys
from pathlib import Path

import pytest

NODES = "title: T\nnodes: {a: {label: A, kind: drug}}\n"
LETTERS = "abcdefghijklm"

HOSTILE = {
    "alias bomb": "".join(
        f"{letter}: &{letter} [{', '.join(['*' + LETTERS[number - 1] if number else 'x'] * 10)}]\n"
        for number, letter in enumerate(LETTERS)
    ),
    "long chain of aliases": "x0: &x0 [a]\n" + "".join(f"x{n}: &x{n} [*x{n - 1}]\n" for n in range(1, 100_000)),
    "holds itself": "&a [*a]",
    "is its own key": "&a {*a : *a}",
    "object tag": "!!python/object/apply:os.system ['exit 3']",
    "deep brackets": "[" * 40_000 + "]" * 40_000,
    "deep blocks": "\n".join(" " * depth + "a:" for depth in range(3000)),
    "deep dashes": "- " * 5000,
    "nul": NODES + "summary: a\0b",
    "long label": NODES + "compartments: {c: {label: " + "x" * 200_000 + "}}",
    "many unknown keys": NODES + "".join(f"key{number}: 1\n" for number in range(100_000)),
    "many unknown ids": NODES + "edges:\n" + "- {source: b, target: c, relation: binds}\n" * 30_000,
    "many empty edges": NODES + "edges: [" + "{}," * 249_000 + "]",
    "many empty quotes": "title: T\nnodes: {a: {label: A, kind: drug, evidence: [" + "{}," * 249_000 + "]}}",
    "many long ids": "title: T\nnodes:\n" + "".join(f"  {'n' * 200}{n}: {{}}\n" for n in range(20_000)),
    "many values": NODES + "edges: [" + "1," * 2_400_000 + "]",
    "many directives": "".join(f"%TAG !a{number}! x{number}\n" for number in range(200_000)) + "--- a",
    "many repeated keys": "title: T\n" * 120_000,
    "long circle": NODES
    + "compartments:\n"
    + "".join(f"  c{number}: {{label: x, in: c{(number + 1) % 40_000}}}\n" for number in range(40_000)),
    "huge number": NODES + "steps: [{title: S, ask: {question: Q, answer: " + "9" * 100_000 + "}}]",
    "open quotation": '"' + "\\x41" * 1_200_000,
}

PROBE = """
import sys
from pathlib import Path
from viewer.definitions.reader import read_definition
from viewer.errors import DiagramError
try:
    read_definition(Path(sys.argv[1]), known=["a"])
except DiagramError as error:
    print(len(error.problems))
# The peak of this process alone: a child inherits its parent's from getrusage.
status = Path("/proc/self/status")
peak = [line for line in status.read_text().splitlines() if line.startswith("VmHWM")] if status.exists() else []
print(int(peak[0].split()[1]) // 1024 if peak else 0)
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_within_bounds(name: str, tmp_path: Path) -> None:
    path = tmp_path / "hostile.yaml"
    path.write_text(HOSTILE[name], encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(path)], capture_output=True, text=True, timeout=30, check=True
    )
    problems, megabytes = map(int, done.stdout.split())
    assert 1 <= problems <= 201
    assert megabytes < 300
    assert done.stderr == ""
