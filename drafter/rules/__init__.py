"""Tables of United Nations language, in TOML that a drafter may override, and their loader."""
