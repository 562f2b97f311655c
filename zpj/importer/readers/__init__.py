"""One reader a format: the bytes of a file of typed forms in, grids of texts out."""
