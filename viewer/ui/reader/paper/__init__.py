"""The pages of a PDF as they are: drawn when they come into sight, their passages marked."""
