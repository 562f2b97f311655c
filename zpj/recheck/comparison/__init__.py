"""Issued against returned: what a file holds, facet by facet, against what was issued."""
