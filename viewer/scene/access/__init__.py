"""The diagram for a screen reader: what is drawn, as a tree of named elements. Above the view and the model."""
