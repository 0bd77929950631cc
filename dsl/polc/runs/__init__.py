"""What gives a pure function its past and its many cases: told facts, presumptions, the ledger, tables, scenarios."""
