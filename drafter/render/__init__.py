"""What leaves the house: Word files, tracked changes, summaries."""
