"""The resolutions on disk, their series, and the search index derived from them."""
