"""Text-to-video pipelines and the worker process they live in; the only room that knows torch.

The window's side is `supervisor`; it and everything it imports are free of torch. The worker's side is
`worker`, named to the new process as a string (`bootstrap`) and imported only there.
"""
