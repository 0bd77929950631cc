"""What other pages need of a policy to lead to it: all of it plain, so that it can be kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polc.site.contents import Entry


@dataclass(frozen=True, slots=True)
class Front:
    """A policy as others see it: its name in reports, its title, its folder on the site, whether it is a draft."""

    name: str
    title: str
    folder: str
    is_draft: bool

    @property
    def overview(self) -> str:
        """The path of the policy's first page."""
        return f"{self.folder}/index.md"


def front(entry: Entry) -> Front:
    """Return what other pages need of a policy."""
    return Front(entry.draft.name, entry.policy.name, entry.folder, entry.is_draft)
