"""`jdgen doctor`: whether this machine and this project are fit for runs that nobody watches."""

from jdgen.doctor.checkup import Check, examine

__all__ = ["Check", "examine"]
