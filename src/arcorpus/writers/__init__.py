"""Writers: one file an output format."""
