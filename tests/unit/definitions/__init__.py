"""Tests of viewer.definitions."""
