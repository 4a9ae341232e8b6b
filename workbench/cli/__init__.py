"""Arguments in, services, rows out: stdout is data, stderr is talk."""
