"""The right panel: what is this, what acts on it, who says so."""
