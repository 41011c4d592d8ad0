"""The rules, found by `jdgen.guidelines.registry`; nothing else lists them.

A rule that computes is one module, `<group>/<group>_<number>_<slug>.py`, such as
`tim/tim_02_direct_time.py`: a docstring that is its reference (`ID: Title.`, what is asked, `Why:`,
`Cure:`, `Source:`), `in_profile(subject)` and/or `in_document(subject)` that yield `Miss`, and
`RULE = rule(__doc__, severity, ..., passes=..., fails=...)`.

A rule that only asks for a field is one entry of a YAML file, `<group>/<any name>.yaml`; the words
it may use stand in `jdgen.guidelines.declarative`.

Figures go to `thresholds.toml` under the rule's id, with their source. Examples are changes of the
sound profile and documents in `tests/guidelines/`; the tests run them, and `docs/rules.md` shows
them: `python -m tools.write_references` writes it. A rule that leaves
`status.yaml` by being written is taken out of it.
"""
