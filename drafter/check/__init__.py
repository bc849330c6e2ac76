"""Editorial rules, one function a rule, each with its source."""
