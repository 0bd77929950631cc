"""What an encoding really says, in plain words: the paraphrase that a drafter reads beside the official sentence.

It is made from the model alone, never from the sentence, so that a slip of the encoding shows. Guarantee:
every line of a part that means something is said, once; what the text leaves unsaid and the encoding presumes
is marked.
"""

from polc.readers.prose.said.beyond import (
    definition_words,
    definitions_of_scope,
    definitions_used,
    governing,
    of_the_whole,
    scope_of,
)
from polc.readers.prose.said.lines import PROMISE, Said
from polc.readers.prose.said.parts import MEMBERS, paraphrase

__all__ = [
    "MEMBERS", "PROMISE", "Said", "definition_words", "definitions_of_scope", "definitions_used", "governing",
    "of_the_whole", "paraphrase", "scope_of",
]  # fmt: skip
