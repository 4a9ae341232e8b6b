"""Files, pages, feeds and archives to documents: the only room with parsers and HTTP."""
