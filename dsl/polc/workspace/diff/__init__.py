"""Two versions of a policy side by side: what was written otherwise, and who is paid otherwise.

``pieces`` and ``matching`` find what belongs together, ``lines`` what was rewritten, ``joined`` makes two programs
one, ``payments`` asks who gains and who loses; ``compare`` puts it together, ``as_text``, ``as_json`` and
``as_markdown`` show it.
"""
