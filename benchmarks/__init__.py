"""Benchmarks: what things cost. Never asserted, never part of the tests."""
