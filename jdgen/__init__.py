"""jdgen: peer-support job descriptions, statements and brochures from one checked profile."""

__version__ = "0.1.0"
