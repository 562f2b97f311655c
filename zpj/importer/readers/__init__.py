"""One reader per format: a file of typed forms in, grids of texts out."""
