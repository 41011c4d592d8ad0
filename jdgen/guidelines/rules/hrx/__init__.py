"""HR basics: equal opportunity, physical demands, pay, what is signed."""

FLSA = {"role.flsa": {"status": "non_exempt", "basis": "paid by the hour"}}
# What examples change in the sound profile, which is Canadian, to bring in the pack of the US.
AMERICAN = {"legal.packs": ["US"], **FLSA}
