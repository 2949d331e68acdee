"""Floor 1: documents, annotations, edits and the project file. No Qt, no command line."""
