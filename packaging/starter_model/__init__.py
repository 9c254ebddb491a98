"""How the starter model is made: `python -m starter_model.<step>`, with this folder's parent on the path."""
