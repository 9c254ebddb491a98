"""What the person wants: the prompt, what was understood of it, and how to make the clip."""
