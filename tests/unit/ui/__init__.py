"""Tests of what the panels show, without a window."""
