"""Lessons: several diagrams made into one show, put together in a dialog."""
