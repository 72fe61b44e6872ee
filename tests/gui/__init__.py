"""Tests of the window by real mouse and key events."""
