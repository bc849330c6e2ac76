"""The terminal interface in a browser on the same machine: who may come in, the page, one child process a tab."""
