"""What our delegation asks of every draft."""

from pathlib import Path

TABLES = Path(__file__).parent / "tables"
"""A folder with tables of the same names as drafter's: what stands in them is added, and wins."""
