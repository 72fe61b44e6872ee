"""The index on disk: SQLite with full-text search, filled from files and asked by the library."""
