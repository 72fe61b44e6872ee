"""The commands. Each is a module with ``run(arguments) -> int``, imported when it is called; no screen is needed."""
