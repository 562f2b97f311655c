"""The checks: one small function per code, one file per family."""
