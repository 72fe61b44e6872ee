"""What the user is looking at: state, jobs, history, settings. Imports the layers below and QtCore alone."""
