"""Clauses and candidates read off dependency trees."""
