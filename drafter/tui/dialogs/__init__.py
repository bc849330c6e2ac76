"""Questions to the drafter, each with a typed answer."""
