"""Times proselint: reads {"text", "rounds"} from standard input, writes version and milliseconds.

Run by the Python that has proselint, not by the one of this project.
"""

import json
import sys
import time
from importlib import import_module
from importlib.metadata import version

asked = json.load(sys.stdin)
tools = import_module("proselint.tools")
checks = import_module("proselint.checks")
import_module("proselint.registry").CheckRegistry().register_many(checks.__register__)
config = import_module("proselint.config").DEFAULT
best = float("inf")
for turn in range(asked["rounds"] + 1):
    text = asked["text"].replace("\n", f" {turn}\n")
    began = time.perf_counter()
    tools.LintFile("text", content=text).lint(config)
    best = min(best, (time.perf_counter() - began) * 1000)
json.dump({"version": version("proselint"), "milliseconds": best}, sys.stdout)
