"""One module per view: its name is the name templates use, its `view(source)` gives the values."""
