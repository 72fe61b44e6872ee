"""Draw the pages of a PDF, and say where words stand on them, in a process of its own, bounded in time and memory."""
