"""HeatSketch: preview heat-dissipation ideas as video, beside what Fourier's law says."""
