"""The fields that a text can stand in: who speaks in it, and who acts where it names nobody."""

TEXT_FIELDS = (
    *("duty", "purpose", "qualification", "supervision", "employment"),
    *("brochure", "expectation", "quote", "worker_profile"),
)
