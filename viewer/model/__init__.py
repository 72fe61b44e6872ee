"""What a diagram, its story and its evidence are: frozen values. Imports `viewer.errors` alone; no files, no Qt."""
