"""One file a chart: a figure in words, as a table and as a picture, each with what is behind it."""
