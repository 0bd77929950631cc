"""One module for each kind of page; a page is a function from what there is to tell to a text of Markdown."""
