"""Collections: evidence in an engine outside the workspace, attached to it, loaded, asked, and copied from."""
