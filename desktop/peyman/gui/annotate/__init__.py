"""The annotate page: article, palette, inspector."""
