"""The editor of the schema: labels, attributes and their choices, with what is in use and what a change does."""
