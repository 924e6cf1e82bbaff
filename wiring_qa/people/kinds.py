"""Roles and what a person may choose for themselves."""

import enum
from typing import Any

from flask_babel import lazy_gettext as _l

from wiring_qa.core.languages import LANGUAGES


class Role(enum.StrEnum):
    """What a person is in the plant."""

    INSPECTOR = "inspector"
    WIRER = "wirer"
    LEAD = "lead"
    ADMIN = "admin"

    @property
    def label(self) -> Any:
        """The role in the reader's language."""
        return _ROLE_LABELS[self]


_ROLE_LABELS = {
    Role.INSPECTOR: _l("Inspector"),
    Role.WIRER: _l("Wirer"),
    Role.LEAD: _l("QA lead"),
    Role.ADMIN: _l("Administrator"),
}


class Language(enum.StrEnum):
    """The language a person reads, or the one their device asks for."""

    AUTO = "auto"
    ENGLISH = "en"
    SIMPLIFIED = "zh_Hans"
    TRADITIONAL = "zh_Hant"

    @property
    def label(self) -> Any:
        """The language in itself."""
        return dict(LANGUAGES).get(self.value, _l("As the device"))


class Theme(enum.StrEnum):
    """Light or dark, or as the device says."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"

    @property
    def label(self) -> Any:
        """The theme in the reader's language."""
        return {Theme.AUTO: _l("As the device"), Theme.LIGHT: _l("Light"), Theme.DARK: _l("Dark")}[self]
