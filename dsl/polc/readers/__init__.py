"""Readers of the core and of the model; they do not know one another."""
