"""The bundled diagrams and documents are right: they check, they quote truly, and they are our own words."""
