"""The words of the nightly run: why something was done, and what is left to a person."""

from __future__ import annotations

WHY = {
    "profile": "the profile changed",
    "part": "a shared part changed ({name})",
    "picture": "the picture changed ({name})",
    "template": "the template changed",
    "house style": "the house style changed",
    "worker's file": "the worker's file changed",
    "kinds": "a kind.yaml changed",
    "settings": "the figures in the settings changed",
    "program": "a new version of jdgen ({name})",
}
FIRST = "the first night that sees it"
DAY = "{day} has come, a day on which something of the profile begins or ends"
CLOCK = "the clock was set back"
LEFT = "left over from the night before"
TOUCHED = "the file was changed or moved"
DELETED = "the file was deleted"
PUBLIC_GONE = "the copy for readers was deleted"
LOST = "the store had lost something of it"
NOTHING = "nothing changed"

HELD = (
    "jdgen {version} would change it; it was made by {before}. "
    "Look with --dry-run --why, then run once with --accept-upgrade"
)
UNKNOWN = "another version"
MISSING = "it is not made again by itself while its profile is not approved"
RECREATED = "it had been deleted and was made again, as the profile is approved"
TWINS = "its place is empty and more than one copy lies elsewhere: {places}; keep one of them"
FOREIGN = "another document ({other}) stands in its old place"
MOVED = "it stands at {place} now"
COPIES = "also found: {places}"
CONFLICT_COPIES = "copies that a sync service may have laid beside it: {places}; compare them"
QUIET = "saved {minutes} ago, perhaps still being edited; the next run tries again"
MINUTE, MINUTES, MOMENT = "a minute", "{} minutes", "less than a minute"
IN_THE_CLOUD = "it is in the cloud only; fetch it to this machine and the next run sees to it"
UNREADABLE = "it cannot be read: {reason}"
TIME_OVER = "The time that the settings give a night was over before this profile."
TIME_HINT = "The next run goes on. Give it more: nightly.most_minutes in jdgen.toml."

GONE = "there is no profile of this id any more"
RETIRED = "its profile is retired"
NOT_ASKED = "its profile does not ask for it any more"

COPY = "a copy for readers; {reason}"
NOT_APPROVED = "its profile is not approved any more"
NO_FOLDER = "its profile names no public_folder any more"
OTHER_FOLDER = "its profile names another public_folder now"
OTHER_NAME = "its document has another name now"

UNREAD = "its profile cannot be used tonight"
ENDED = "{what} ended on {day} ({place})"
READERS_SEE = "readers can still read {place}"
TAKEN = "{place} was taken away, into the backups, until the document can be made again"
CONSENT, WAIVER = "a consent to a quote", "a waiver"

DUE = {
    "review_by": "the review of the profile",
    "brochure.quotes.*.expires": CONSENT,
    "waivers.*.until": WAIVER,
    "training.provided.*.valid_until": "a training",
}
