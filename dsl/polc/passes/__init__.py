"""The passes from tree to core, each one line of ``pipeline.py``."""
