"""Files to Readings: one reader a format, one recogniser of structure for all."""
