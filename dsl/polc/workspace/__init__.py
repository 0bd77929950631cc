"""Files → policies: the only door the hosts use."""

from polc.workspace.load import Draft, Workspace, load

__all__ = ["Draft", "Workspace", "load"]
