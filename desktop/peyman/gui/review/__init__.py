"""The page where what several annotators differ in is settled, one key a disagreement."""
