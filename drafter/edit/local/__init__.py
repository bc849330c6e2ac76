"""The local engine of opened documents: a file, with a log, a lock and the text being typed in a folder beside it."""
