"""One module for each document format: from the file's text to sections and passages."""
