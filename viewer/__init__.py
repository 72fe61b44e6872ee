"""The mechanism viewer: diagrams of biological mechanisms, and what the documents say about each part.

The layers, top to bottom, are listed in ``pyproject.toml`` under ``importlinter`` and hold at every commit.
"""

__version__ = "0.1.0"
