"""From text to a tree of lines, blocks and table rows whose values are parsed. Meaning is for the passes."""
