"""Judging tasks: does this task suit a peer worker, and by which reason?

`words` parts a task, `lexicon` and `matching` find concepts in it, `reading` draws what follows
from them (with or for the person, lived experience, outside work hours), `frames` finds the nearest
activity and what clashes, `case` decides by them, `likeness` compares with known tasks, and `judge`
weighs both. All words are data, in `data/`.
"""

from jdgen.guidelines.tasks.judge import judge_task
from jdgen.guidelines.tasks.verdict import TaskVerdict

__all__ = ["TaskVerdict", "judge_task"]
