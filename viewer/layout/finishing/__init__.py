"""From an engine's rough geometry to a finished picture: compartments, titles, tags and signs in their places."""
