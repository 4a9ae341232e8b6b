"""Programs that suggest: what a language model may ask, and what it may be asked. Extras; loaded when they are used."""
