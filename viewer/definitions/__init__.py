"""From YAML text to the model, and which diagrams exist. Imports the model and the errors; no Qt."""
