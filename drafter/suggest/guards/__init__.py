"""What keeps a suggestion from being silly: every change that is offered passes here, whatever miner found it."""
