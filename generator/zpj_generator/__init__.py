"""generator: definitions of projects in, form workbooks out."""
