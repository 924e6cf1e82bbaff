"""What WTForms says by itself about a field, in the reader's language."""

from flask_babel import gettext, lazy_gettext as _l, ngettext

SAID = (
    _l("Not a valid choice."),
    _l("Not a valid date value."),
    _l("Not a valid datetime value."),
    _l("Not a valid decimal value."),
    _l("Not a valid float value."),
    _l("Not a valid integer value."),
)
"""Its texts, so that they are gathered with our own."""


class Words:
    """Translates them as all texts are translated."""

    def gettext(self, text: str) -> str:
        """Return a text in the reader's language."""
        return str(gettext(text))

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Return the text that fits a number, in the reader's language."""
        return str(ngettext(one, many, count))
