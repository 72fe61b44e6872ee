"""PDF: words with their places from PDFium, lines in reading order, paragraphs, and what repeats on every page."""
