"""Who may do what: every act in one table; the pages are in `people.pages_by_role`.

What is not listed is allowed to nobody; a test holds the table complete.
"""

from wiring_qa.people.kinds import Role
from wiring_qa.people.pages_by_role import PAGES
from wiring_qa.people.role_groups import ADMINS, BY_TOKEN, EVERYONE, INSPECTORS, LEADS, WIRERS

ACTS: dict[str, frozenset[Role]] = {
    # people
    "add_person": ADMINS,
    "change_person": ADMINS,
    "set_password": ADMINS,
    "set_pin": ADMINS,
    "renew_badge": ADMINS,
    "invite_tablet": LEADS,
    "invite_tablet_again": LEADS,
    "enrol_tablet": LEADS,
    "revoke_tablet": LEADS,
    # wiring tables
    "import_table": LEADS,
    "override_category": LEADS,
    "edit_category": LEADS,
    "edit_category_rules": LEADS,
    "set_large_threshold": LEADS,
    "forget_mapping": LEADS,
    # cabinets
    "add_cabinet": LEADS,
    "assign_wirers": LEADS,
    # labels
    "save_label_layout": LEADS,
    "delete_label_layout": LEADS,
    # mounting drawings
    "upload_drawing": LEADS,
    "place_device": LEADS,
    # what tablets send
    "keep_rejected": EVERYONE,
    "dismiss_rejected": EVERYONE,
    # the walk
    "mark_ok": INSPECTORS,
    "mark_faulty": INSPECTORS,
    "record_extra_wire": INSPECTORS,
    "take_back_mark": INSPECTORS,
    "confirm_as_second_person": EVERYONE,
    # new revisions
    "move_to_revision": LEADS,
    "confirm_removed_wire": INSPECTORS,
    # findings
    "confirm_fix": WIRERS,
    "pass_recheck": INSPECTORS,
    "fail_recheck": INSPECTORS,
    "ask_for_table": INSPECTORS,
    "grant_concession": LEADS,
    "attach_photo": EVERYONE,
    # tightening and spot check
    "start_round": INSPECTORS,
    "confirm_group": WIRERS,
    "spot_check_held": INSPECTORS,
    "spot_check_moved": INSPECTORS,
    "set_sampling_plan": LEADS,
    "set_torques": LEADS,
    # other systems
    "add_webhook": LEADS,
    "remove_webhook": LEADS,
    "send_delivery_again": LEADS,
    "give_up_delivery": LEADS,
    "make_api_token": LEADS,
    "revoke_api_token": LEADS,
    # release
    "release_cabinet": LEADS,
    "reopen_cabinet": LEADS,
    # complaints
    "record_complaint": LEADS,
    "note_correction": LEADS,
    "close_complaint": LEADS,
}


def may(role: Role, act: str) -> bool:
    """Tell whether a role allows an act."""
    return role in ACTS.get(act, frozenset())


def is_by_token(endpoint: str) -> bool:
    """Tell whether an address is opened by a token, which its own room looks at."""
    return PAGES.get(endpoint) is BY_TOKEN


def may_open(role: Role | None, endpoint: str) -> bool:
    """Tell whether a role, or someone not signed in, may open a page; an act's address follows the act."""
    if endpoint in PAGES:
        return role in PAGES[endpoint]
    return role in ACTS.get(endpoint.rsplit(".", 1)[-1], frozenset())
