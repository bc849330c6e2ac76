"""The desk: the screen where a draft is worked on, a part of its work a file."""
