import pytest
from flask import Flask
from flask_babel import LazyString, force_locale, get_locale

from wiring_qa.core.refusals import Refusal
from wiring_qa.core.words import joined, listed


def test_words_are_joined_in_the_language_of_whoever_reads_them(app: Flask) -> None:
    spoken = LazyString(lambda: str(get_locale()))
    with app.test_request_context(), force_locale("en"):
        refusal = Refusal("blocked", joined(" · ", [spoken, "K1", spoken]))
        assert str(refusal) == "en · K1 · en"
    with app.test_request_context(), force_locale("zh_Hans"):
        assert str(refusal) == "zh_Hans · K1 · zh_Hans"


@pytest.mark.parametrize(("language", "told"), [("en", "a, b"), ("zh_Hans", "a、b"), ("zh_Hant", "a、b")])
def test_a_list_has_the_comma_of_the_readers_language(app: Flask, language: str, told: str) -> None:
    names = listed(["a", "b"])
    with app.test_request_context(), force_locale(language):
        assert str(names) == told
        assert app.jinja_env.from_string("{{ ['a', 'b']|join(comma) }}").render() == told
