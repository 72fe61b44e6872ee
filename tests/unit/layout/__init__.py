"""Tests of viewer.layout."""
