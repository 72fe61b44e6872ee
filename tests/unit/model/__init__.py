"""Tests of viewer.model."""
