"""Brings wording that people edited in Word home into the profile."""

from jdgen.adopt.adopting import Adoption, adopt
from jdgen.adopt.homes import FieldChange, Staying, TwoWays

__all__ = ["Adoption", "FieldChange", "Staying", "TwoWays", "adopt"]
