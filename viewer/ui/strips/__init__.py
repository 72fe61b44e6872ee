"""What comes and goes at the edges: notices, progress, problems."""
