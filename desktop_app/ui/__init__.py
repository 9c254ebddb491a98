"""What a person sees: widgets, plots, Qt models, dialogs."""
