"""基线里有几条，这次一条也没有对上：问题已经改好了，或者那句话改了样子。留着它，将来真出了同样的问题，就被悄悄放过去了。

基线里原来是：

```text
tier-gap  demo/营收奖  3f6c1d2e9a0b4c5d8e7f60718293a4b5
uncapped  demo/研发补助  a1b2c3d4e5f60718293a4b5c6d7e8f90
```

缺的那一档补上以后，该是：

```text
uncapped  demo/研发补助  a1b2c3d4e5f60718293a4b5c6d7e8f90
```

只算这次查到的政策、这次问的规则；看日子的规则（`expired` 等）有时报、有时不报，不算。

怎么改：`polc check --prune-baseline` 删掉对不上的，不添新的；要把现在的都认下，用 `--write-baseline`。

---
Lines of the baseline that matched nothing this time: the matter was mended, or the sentence was changed. Left there, they would let the same mistake pass in silence one day.

The baseline was:

```text
tier-gap  demo/营收奖  3f6c1d2e9a0b4c5d8e7f60718293a4b5
uncapped  demo/研发补助  a1b2c3d4e5f60718293a4b5c6d7e8f90
```

Once the missing tier was added, it should be:

```text
uncapped  demo/研发补助  a1b2c3d4e5f60718293a4b5c6d7e8f90
```

Only policies and rules of this run count; rules that hang on the day (expired and the like) do not.

How to fix: `polc check --prune-baseline` takes out what matches nothing and adds nothing; `--write-baseline` accepts all that is found now.
"""

from __future__ import annotations

from collections.abc import Sequence

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.diagnostics.words import same
from polc.text import Span

RULE = Rule(
    "baseline-unused",
    Severity.NOTE,
    title=Words("基线里对不上的", "what matches nothing in the baseline"),
    message=Words("基线里有{count}条没有对上", "lines of the baseline that matched nothing: {count}"),
    page=__doc__ or "",
)
_PRUNE = Words("polc check --prune-baseline 删掉它们", "polc check --prune-baseline takes them out")
_MORE = Words("等", "and more")
_SHOWN = 8


def baseline_unused(entries: Sequence[tuple[Span, str]]) -> Diagnostic:
    """Return the finding for lines that matched nothing, each with its place and what it names; there is one at least."""
    shown = [same(said) for _, said in entries[:_SHOWN]]
    more = (_MORE,) if len(entries) > _SHOWN else ()
    return RULE.at(entries[0][0], help=(_PRUNE,), notes=(*shown, *more), count=str(len(entries)))
