"""One file a figure: its query and what it adds up to."""
