"""polc: a policy compiler for 若干措施.

One text, one small core, many readers. The floors, from the ground up:
text, diagnostics, core, model, errors, syntax, passes, readers, runs, checks, workspace, hosts.
Each imports only what stands below it (see ``docs/contributing/architecture.md``).
"""

__version__ = "0.1.0"
