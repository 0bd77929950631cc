"""The errors of reading, naming, typing and running: one file each, its docstring is its page."""
