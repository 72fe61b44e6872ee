"""Tests of viewer.presenting."""
