"""Pictures of what is paid, as SVG: drawn from what the interpreter computes, so that they cannot say anything else."""

from polc.site.pictures.picture import picture

__all__ = ["picture"]
