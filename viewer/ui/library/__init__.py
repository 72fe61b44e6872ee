"""The left panel: which diagrams and documents there are."""
