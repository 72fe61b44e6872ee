"""Tests of what the reader works out without a window."""
