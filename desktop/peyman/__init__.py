"""Peyman: annotate entities and commitments in Persian and Russian news, offline."""

__version__ = "0.1.0"
