"""The page of the register: all commitments of the project as one table."""
