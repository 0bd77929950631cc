"""Findings as data: a rule, places with labels, help and fixes. Every format is a rendering of these."""

from polc.diagnostics.finding import Diagnostic, Edit, Fix, Label, Rule, Severity, Witness
from polc.diagnostics.words import Words

__all__ = ["Diagnostic", "Edit", "Fix", "Label", "Rule", "Severity", "Witness", "Words"]
