"""The terminal interface. It shows what the core holds; no truth lives in a widget."""
