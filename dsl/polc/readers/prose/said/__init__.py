"""What an encoding really says, in plain words: the paraphrase that a drafter reads beside the official sentence.

It is made from the model alone, never from the sentence, so that a slip of the encoding shows. Guarantee:
every line of a part that means something is said, once; what the text leaves unsaid and the encoding presumes
is marked.
"""

from polc.readers.prose.said.lines import Said
from polc.readers.prose.said.parts import paraphrase

__all__ = ["Said", "paraphrase"]
