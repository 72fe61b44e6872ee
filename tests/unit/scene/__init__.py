"""Tests of viewer.scene."""
