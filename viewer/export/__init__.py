"""From a laid-out diagram to files: PNG, SVG and PDF, whole and uncropped. Imports scene and what lies below."""
