"""What is burned into every exported frame: disclaimer, origin, time and profile (Pillow, no Qt)."""
