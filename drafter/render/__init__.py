"""What is handed out: Word files, tracked changes, summaries."""
