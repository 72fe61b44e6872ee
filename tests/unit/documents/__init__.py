"""Tests of viewer.documents."""
