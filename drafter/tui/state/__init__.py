"""What is true while the interface runs: the session, and what was worked out for it. Nothing here knows a widget."""
