"""Claims as people correct them, their wordings, speakers and vectors."""
