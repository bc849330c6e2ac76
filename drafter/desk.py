"""The wiring that both front ends share."""
