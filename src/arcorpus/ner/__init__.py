"""Name recognisers: one file a back end."""
