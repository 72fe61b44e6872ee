"""How words are set in the panels: sizes and colours, blocks of text, a column of blocks. Imports scene's theme."""
