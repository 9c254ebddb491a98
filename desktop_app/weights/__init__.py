"""Model folders on this computer: find and verify."""
