"""The one constant between °C, which people read, and K, which everything inside is in."""

ZERO_CELSIUS_K = 273.15
