"""The form of an act: the same fields whether they come from a page, from JSON or from a script."""

import enum
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import Field, Form, IntegerField, StringField
from wtforms.validators import InputRequired, Length, NumberRange, Optional, StopValidation, ValidationError

NOTE_LENGTH = 2000
LARGEST = 2**31 - 1


class ActForm(Form):
    """Base of every act's form.

    Fields named in ``secrets`` are checked but never written to the journal.
    """

    secrets: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, formdata: MultiDict[str, Any] | None = None, **rest: Any) -> None:
        """Read what was sent, but for what no database stores."""
        super().__init__(None if formdata is None else _storable(formdata), **rest)

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
            pairs.add(name, "true" if each is True else str(each))
    return pairs


def _storable(sent: MultiDict[str, Any]) -> MultiDict[str, Any]:
    """Leave out zero characters and halves of characters, which JSON can spell and PostgreSQL refuses."""
    return MultiDict(
        (name, value.replace("\0", "").encode(errors="ignore").decode() if isinstance(value, str) else value)
        for name, value in sent.items(multi=True)
    )


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


def _stripped(text: str | None) -> str | None:
    return text.strip() if text else text


def required() -> InputRequired:
    """Return the validator of a field that must be filled in."""
    return InputRequired(_l("Please fill this in."))


def text(label: Any, *, needed: bool = False, longest: int = 200, about: Any = "") -> Any:
    """Return a one-line text field, trimmed, with a longest length."""
    limit = Length(max=longest, message=_l("At most %(max)d characters."))
    needs = [required(), _not_blank] if needed else [Optional()]
    return StringField(label, [*needs, limit], filters=[_stripped], description=about)


def _not_blank(_form: Any, field: Any) -> None:
    """Refuse what is nothing but spaces, which were something when they were sent."""
    if not field.data:
        raise StopValidation(_l("Please fill this in."))


def whole(label: Any, *, needed: bool = True) -> Any:
    """Return the field of a whole number that a column of numbers holds."""
    needs = required() if needed else Optional()
    return IntegerField(label, [needs, between(-LARGEST, LARGEST)])


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
        """Yield each value that may be chosen with its label, if it has one; of any, those entered."""
        for value in self.data or [] if self.allowed is None else self.allowed:
            yield str(value), getattr(value, "label", value)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Take the values as sent, each once; refuse one that is not allowed."""
        self.data = list(dict.fromkeys(str(value).strip() for value in valuelist if value))
        unknown = [value for value in self.data if self.allowed is not None and value not in self.allowed]
        if unknown:
            raise ValidationError(_l("“%(value)s” is not one of the choices.", value=unknown[0][:40]))
