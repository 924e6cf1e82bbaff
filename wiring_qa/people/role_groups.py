"""The groups of roles to which acts and pages are open."""

from wiring_qa.people.kinds import Role

INSPECTORS = frozenset({Role.INSPECTOR, Role.LEAD, Role.ADMIN})
WIRERS = frozenset({Role.WIRER, Role.LEAD, Role.ADMIN})
LEADS = frozenset({Role.LEAD, Role.ADMIN})
ADMINS = frozenset({Role.ADMIN})
EVERYONE = frozenset(Role)
BY_TOKEN: frozenset[Role] = frozenset()
"""Open to no role: other systems come with a token, which the room of the API looks at itself."""
ANYONE = frozenset({*Role, None})
"""Also those who are not signed in."""
