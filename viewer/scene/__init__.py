"""How a diagram is drawn and touched: ink, theme, picture, view. Imports layout, model and errors; Qt."""
