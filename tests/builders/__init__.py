"""Builders of small values for tests."""
