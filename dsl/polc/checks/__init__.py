"""The checks: one file each, its docstring is its page. Nothing central to edit; ``catalog`` finds them."""
