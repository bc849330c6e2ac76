"""What delegations send, made up: changes planted in a base, and the files in which people would send them."""
