from pathlib import Path

import pytest

from wiring_qa.core.settings import SettingError, Settings, settings_from, settings_from_environment

KEY = "k" * 20


def test_what_is_not_given_has_its_default() -> None:
    settings = settings_from({"WIRING_QA_SECRET_KEY": KEY})
    assert settings == Settings(secret_key=KEY)
    assert settings.sign_in_tries == 8


def test_values_are_typed_and_trimmed_and_others_variables_left_alone() -> None:
    given = {
        "WIRING_QA_SECRET_KEY": f" {KEY} ",
        "WIRING_QA_SIGN_IN_HOURS": " 9 ",
        "HOME": "/",
        "WIRING_QA_LOCALE": None,
    }
    settings = settings_from(given)
    assert (settings.secret_key, settings.sign_in_hours, settings.locale) == (KEY, 9, "en")


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("SECRET_KEY", "", "at least 16 characters"),
        ("SECRET_KEY", "short", "at least 16 characters"),
        ("LOCALE", "fr", "must be one of en, zh_Hans, zh_Hant, not “fr”"),
        ("TIMEZONE", "Nowhere", "“Nowhere” is not a known time zone"),
        ("TIMEZONE", "../etc", "is not a known time zone"),
        ("PUBLIC_URL", "qa.plant", "must begin with http:// or https://"),
        ("DATABASE_URL", "mysql://x", "must begin with sqlite:/// or postgresql://"),
        ("SIGN_IN_TRIES", "many", "must be a whole number, not “many”"),
        ("SIGN_IN_TRIES", "0", "must be at least 1, not 0"),
        ("COLOUR", "blue", "WIRING_QA_COLOUR is not a setting"),
    ],
)
def test_a_wrong_setting_stops_with_one_sentence(name: str, value: str, words: str) -> None:
    with pytest.raises(SettingError) as caught:
        settings_from({"WIRING_QA_SECRET_KEY": KEY, f"WIRING_QA_{name}": value})
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_key_is_needed() -> None:
    with pytest.raises(SettingError, match="SECRET_KEY"):
        settings_from({})


def test_earlier_keys_stand_behind_the_one_in_force() -> None:
    assert Settings(secret_key=KEY, secret_key_fallbacks=" old one , ,older").keys == (
        KEY,
        "old one",
        "older",
    )


@pytest.mark.parametrize("scheme", ["postgresql", "postgres"])
def test_postgresql_is_spoken_to_by_psycopg(scheme: str) -> None:
    settings = Settings(secret_key=KEY, database_url=f"{scheme}://qa@db/wiring")
    assert settings.sqlalchemy_url == "postgresql+psycopg://qa@db/wiring"


def test_the_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text(f"WIRING_QA_SECRET_KEY={KEY}\nWIRING_QA_LOCALE=zh_Hans\nOTHER=1\n")
    monkeypatch.chdir(tmp_path)
    for name in ("SECRET_KEY", "DATABASE_URL"):
        monkeypatch.delenv(f"WIRING_QA_{name}", raising=False)
    monkeypatch.setenv("WIRING_QA_LOCALE", "zh_Hant")
    settings = settings_from_environment()
    assert (settings.secret_key, settings.locale) == (KEY, "zh_Hant")
