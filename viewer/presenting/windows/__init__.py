"""The two windows of a show, and which screens they stand on."""
