"""Work that takes time and runs in workers, and the values that it gives."""
