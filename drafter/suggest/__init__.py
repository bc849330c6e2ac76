"""Language from earlier resolutions: each miner has a file of its own."""
