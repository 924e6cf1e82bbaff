"""What forms ask for, and what can be answered, in the reader's language."""

from collections.abc import Mapping
from typing import Any

from wtforms import BooleanField, Field

from wiring_qa.core.words import listed
from wiring_qa.journal.registry import Operation

YES = "✓"


def answers_of(field: Field) -> Mapping[str, Any]:
    """Return the words of what a field can hold; none where anything can be entered."""
    choices = field.iter_choices() if hasattr(field, "iter_choices") else ()
    named = [each for each in getattr(field, "allowed", None) or () if hasattr(each, "label_text")]
    return {str(value): label for value, label, *_more in choices} | {
        str(each): each.label_text for each in named
    }


def words_of(operation: Operation) -> list[dict[str, Any]]:
    """Return each field of an act with its label and its answers, for a page's script."""
    return [
        {
            "name": field.name,
            "label": str(field.label.text),
            "answers": {value: str(label) for value, label in answers_of(field).items()},
            "isTick": isinstance(field, BooleanField),
        }
        for field in operation.form()
    ]


def written(field: Field, value: Any, answers: Mapping[str, Any] | None = None) -> str:
    """Return what was entered in a field."""
    words = answers_of(field) if answers is None else answers
    values = value if isinstance(value, list) else [value]
    return str(listed(words.get(str(each), YES if each is True else each) for each in values))
