"""The parts of the speaker's window: clock, notes, large buttons, and pictures in the audience's shape."""
