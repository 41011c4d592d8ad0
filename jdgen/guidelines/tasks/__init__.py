"""Judging tasks."""

from jdgen.guidelines.tasks.judge import TaskVerdict, judge_task

__all__ = ["TaskVerdict", "judge_task"]
