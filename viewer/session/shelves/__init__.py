"""The documents of the session as they stand on the shelf: what is added, switched off, and watched on the disk."""
