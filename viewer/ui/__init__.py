"""The room around the canvas: one file for each thing that one can point at. Imports session, scene and export."""
