"""The page of the guidelines: read by everybody, written by whoever leads the project."""
