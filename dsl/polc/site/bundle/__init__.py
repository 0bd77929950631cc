"""A policy as data for the calculator of the site."""

from polc.site.bundle.policy import SCHEMA, bundle

__all__ = ["SCHEMA", "bundle"]
