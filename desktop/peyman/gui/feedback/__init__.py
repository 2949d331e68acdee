"""The feedback sheet: what gold has where the annotator has something else."""
