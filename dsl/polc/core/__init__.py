"""The core: exact scalars, eight nodes, amounts of three ends, ordered named steps.

There is no unknown, no infinity and no interval *inside* it: those are passes over it (``known``) or
three expressions side by side (``Amount``). Every reader (interpreter, solver, JavaScript …) walks these
nodes and nothing else.
"""
