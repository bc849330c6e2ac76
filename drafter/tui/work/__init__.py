"""What takes time and runs in workers, and the messages that say when it is done."""
