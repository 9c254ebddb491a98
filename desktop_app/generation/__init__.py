"""Text-to-video pipelines and the worker process they live in; the only room that knows torch."""
