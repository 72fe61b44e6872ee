"""Read HTML, PDF and Word files in a process of their own, bounded in time and memory."""
