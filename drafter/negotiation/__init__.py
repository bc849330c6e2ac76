"""Rounds of negotiation: what delegations propose on one text, merged, decided and written down."""
