"""The parts of the speaker's window: clock, notes and large buttons."""
