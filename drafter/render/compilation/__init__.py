"""The compilation text of a round as files: with brackets, as a table, or tracked with each delegation as author."""
