"""Keys in, services, widgets out: the only room with textual."""
