"""Qt threads, the job queue and the session state; QtCore only."""
