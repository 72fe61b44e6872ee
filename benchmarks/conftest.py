"""Benchmarks measure and never judge: they are run by hand with ``python -m pytest benchmarks``."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
