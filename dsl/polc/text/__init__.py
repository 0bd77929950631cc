"""The ground floor: a source text and places in it. The only home of line and column arithmetic."""

from polc.text.source import Position, Source, Span

__all__ = ["Position", "Source", "Span"]
