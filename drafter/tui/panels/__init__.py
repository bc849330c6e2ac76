"""What a screen is made of: each part shows what it is given and posts what was chosen in it."""
