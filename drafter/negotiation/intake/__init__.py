"""What delegations send, carrier by carrier, as proposals against a round's base."""
