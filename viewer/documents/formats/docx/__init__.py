"""Word documents: the parts of the package, the styles and lists they define, and a walk over the words.

Our own reader: ``mammoth`` takes some twenty times as long and holds the whole document as objects (7 s and 370 MB
for 7 MB of XML, where this takes well under one), and drops equations.
"""
