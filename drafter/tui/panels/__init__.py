"""The parts of a screen: each shows what it is given and posts what was chosen in it."""
