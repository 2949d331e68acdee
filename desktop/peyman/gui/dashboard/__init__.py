"""The dashboard: how well annotators agree, and how far they are."""
