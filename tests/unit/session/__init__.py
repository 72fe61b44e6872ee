"""Tests of viewer.session."""
