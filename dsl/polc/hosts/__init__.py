"""The hosts: thin rooms with someone else's framework on one side and ``polc.workspace`` on the other."""
