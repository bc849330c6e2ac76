"""What screens are made of; a widget shows what it is given and says in a message what was done to it."""
