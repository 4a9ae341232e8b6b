"""Small screens that ask for one thing and give the answer back."""
