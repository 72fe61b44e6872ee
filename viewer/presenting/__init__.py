"""The show: a diagram's steps on one fixed picture for a class. Stands beside ``ui``; neither imports the other."""
