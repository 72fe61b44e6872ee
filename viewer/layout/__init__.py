"""From the model to geometry, by Graphviz and nothing else. Imports the model and the errors; no Qt."""
