"""Language mined from what was adopted before: one miner a file."""
