"""Tests of viewer.export."""
