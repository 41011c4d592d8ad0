"""The pieces from which `tools/make_templates.py` makes the shipped Word templates."""
