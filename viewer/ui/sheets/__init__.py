"""Sheets over the window that one reads and closes."""
