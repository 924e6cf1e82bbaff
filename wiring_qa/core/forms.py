"""The form of an act: the same fields whether they come from a page, from JSON or from a script."""

import enum
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import DecimalField, Field, Form, IntegerField, StringField
from wtforms.validators import InputRequired, Length, NumberRange, Optional, StopValidation, ValidationError

from wiring_qa.core.form_words import Words
from wiring_qa.core.sent import decimal_number, one_line, typed, whole_number

NOTE_LENGTH = 2000


class ActForm(Form):
    """Base of every act's form.

    Fields named in ``secrets`` are checked but never written to the journal.
    """

    secrets: ClassVar[frozenset[str]] = frozenset()

    class Meta:
        """How WTForms treats the form."""

        def get_translations(self, _form: Form) -> Words:
            """Return what translates WTForms' own messages."""
            return Words()

    def record(self) -> dict[str, Any]:
        """Return what the journal keeps: the cleaned fields, without secrets and without blanks."""
        return {
            name: _plain(field.data)
            for name, field in self._fields.items()
            if name not in self.secrets and field.data not in (None, "", [])
        }

    def messages(self) -> dict[str, list[str]]:
        """Return the problems by field, in the reader's language."""
        return {name: [str(each) for each in problems] for name, problems in self.errors.items() if name}


def posted(fields: Mapping[str, Any]) -> MultiDict[str, Any]:
    """Turn a JSON object into what a form post would have sent."""
    pairs: MultiDict[str, Any] = MultiDict()
    for name, value in fields.items():
        if value is None or value is False:
            continue
        for each in value if isinstance(value, list) else [value]:
            pairs.add(name, "true" if each is True else typed(str(each)))
    return pairs


def _plain(value: Any) -> Any:
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value


def _one_line(text: str | None) -> str | None:
    return one_line(text) if text else text


class Filled(InputRequired):
    """A field must be filled in; with blanks alone it is not."""

    def __call__(self, form: Any, field: Any) -> None:
        """Refuse a field that was not sent, or of which trimming leaves nothing."""
        super().__call__(form, field)
        if field.data == "":
            raise StopValidation(str(self.message))


def required() -> Filled:
    """Return the validator of a field that must be filled in."""
    return Filled(_l("Please fill this in."))


def text(label: Any, *, needed: bool = False, longest: int = 200, about: Any = "") -> Any:
    """Return a one-line text field, trimmed, with a longest length."""
    limit = Length(max=longest, message=_l("At most %(max)d characters."))
    return StringField(
        label, [required() if needed else Optional(), limit], filters=[_one_line], description=about
    )


class Whole(IntegerField):
    """A whole number, no larger than a database can hold."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Take the number as sent; one that is too large is none."""
        super().process_formdata(valuelist)
        if self.data is None:
            return
        try:
            whole_number(str(self.data))
        except ValueError:
            self.data = None
            raise ValueError(self.gettext("Not a valid integer value.")) from None


def whole(label: Any, *, needed: bool = True) -> Any:
    """Return the field of a whole number."""
    return Whole(label, [required() if needed else Optional()])


class Decimals(DecimalField):
    """A number with decimals, written with a point or a comma, on a Chinese keyboard, too."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Take the number as sent; two signs may mean thousands, and are none."""
        if not valuelist or not valuelist[0].strip():
            self.data = None
            return
        self.data = decimal_number(str(valuelist[0]))
        if self.data is None:
            raise ValueError(self.gettext("Not a valid decimal value."))


class Between(NumberRange):
    """A number's range; what was no number has been told so already."""

    def __call__(self, form: Any, field: Any) -> None:
        """Refuse a number out of the range."""
        if field.process_errors:
            raise StopValidation
        super().__call__(form, field)


def between(least: float | None, most: float | None) -> Between:
    """Return the validator of a number's range."""
    if most is None:
        return Between(least, None, _l("At least %(min)s."))
    return Between(least, most, _l("Between %(min)s and %(max)s."))


class OneOf(Field):
    """A field that holds one member of an enumeration, or None."""

    def __init__(self, label: Any, kinds: type[enum.StrEnum], *, needed: bool = True, **more: Any) -> None:
        """Take the enumeration; a field that is needed refuses to be blank."""
        super().__init__(label, [required()] if needed else [Optional()], **more)
        self.kinds = kinds

    def iter_choices(self) -> Iterable[tuple[str, Any]]:
        """Yield each value with its translated label, if the enumeration has labels."""
        for kind in self.kinds:
            yield kind.value, getattr(kind, "label", kind.value)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Take the value as sent; refuse one that is not of the enumeration."""
        if not valuelist or valuelist[0] in ("", None):
            self.data = None
            return
        try:
            self.data = self.kinds(valuelist[0])
        except ValueError:
            self.data = None
            raise ValidationError(
                _l("“%(value)s” is not one of the choices.", value=str(valuelist[0])[:40])
            ) from None

    def process_data(self, value: Any) -> None:
        """Take a stored value."""
        self.data = self.kinds(value) if value else None


class SomeOf(Field):
    """A field that holds any number of values; where they are listed, no others."""

    def __init__(self, label: Any, allowed: Iterable[str] | None = None, **more: Any) -> None:
        """Take the allowed values; None allows any text."""
        super().__init__(label, default=list, **more)
        self.allowed = None if allowed is None else tuple(allowed)

    def iter_choices(self) -> Iterable[tuple[str, Any]]:
        """Yield each value that a page offers, with its label; where any is allowed, those entered."""
        if self.allowed is None:
            yield from ((str(value), value) for value in self.data or [])
        else:
            yield from ((str(kind), kind.label) for kind in self.allowed if hasattr(kind, "label"))

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Take the values as sent, each once; refuse one that is not allowed."""
        self.data = list(dict.fromkeys(str(value).strip() for value in valuelist if value))
        unknown = [value for value in self.data if self.allowed is not None and value not in self.allowed]
        if unknown:
            raise ValidationError(_l("“%(value)s” is not one of the choices.", value=unknown[0][:40]))
