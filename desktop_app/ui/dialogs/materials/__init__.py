"""The materials there are: a table to look them up in, and a form for one's own."""
