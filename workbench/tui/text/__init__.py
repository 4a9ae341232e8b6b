"""Words for the screen: how they are said, broken into lines, coloured."""
