"""Dialogs of a project that several people annotate: dealing it out, handing in, merging what came back."""
