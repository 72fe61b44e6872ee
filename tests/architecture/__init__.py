"""Rules of the house that must stay true."""
