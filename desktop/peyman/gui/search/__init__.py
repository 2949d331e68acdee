"""The search page: a concordance over the project, and a check of consistent labelling."""
