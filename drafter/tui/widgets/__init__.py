"""The widgets of the screens; each shows what it is given and posts a message about what was done to it."""
