"""The small widgets that panels are made of; they know nothing of the program."""
