"""Tables of the field's language, in TOML that a drafter may override, and their loader."""
