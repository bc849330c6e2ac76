"""Frozen values: what a resolution, a draft and a change are. No input or output."""
