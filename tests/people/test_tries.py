"""Wrong passwords and PINs are counted by name, and there is an end to them."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.people.conftest import Clock
from tests.people.secrets import PASSWORD, WRONG, Secrets
from wiring_qa.people.tries import may_try

TOO_MANY = "Too many tries."


def _most(secrets: Secrets) -> int:
    return int(secrets.plant.app.config["WIRING_QA"].sign_in_tries)


@pytest.mark.parametrize("name", ["li", "nobody at all", "x" * 300])
def test_after_too_many_tries_a_name_waits_whether_it_is_known_or_not(secrets: Secrets, name: str) -> None:
    for _ in range(_most(secrets)):
        assert secrets.sign_in(name, WRONG).status_code == 422
    refused = secrets.sign_in(name, WRONG)
    assert refused.status_code == 429
    assert TOO_MANY in refused.text


def test_while_a_name_waits_the_right_secret_is_refused_too(secrets: Secrets) -> None:
    for _ in range(_most(secrets)):
        secrets.sign_in("li", WRONG)
    assert secrets.sign_in("LI", PASSWORD).status_code == 429


def test_other_names_do_not_wait_with_it(secrets: Secrets) -> None:
    for _ in range(_most(secrets)):
        secrets.sign_in("li", WRONG)
    assert secrets.sign_in("wang", PASSWORD).status_code == 303


def test_after_a_quarter_of_an_hour_one_may_try_again(secrets: Secrets, time: Clock) -> None:
    for _ in range(_most(secrets)):
        secrets.sign_in("li", WRONG)
    time.pass_by(minutes=14)
    assert secrets.sign_in("li", PASSWORD).status_code == 429
    time.pass_by(minutes=2)
    assert secrets.sign_in("li", PASSWORD).status_code == 303


def test_a_right_secret_starts_the_count_anew(secrets: Secrets) -> None:
    for _ in range(_most(secrets) - 1):
        secrets.sign_in("li", WRONG)
    assert secrets.sign_in("li", PASSWORD).status_code == 303
    assert secrets.sign_in("li", WRONG).status_code == 422


def test_a_pin_of_a_lead_counts_as_a_wrong_try(secrets: Secrets) -> None:
    for _ in range(_most(secrets)):
        secrets.sign_in("lin", secrets.pins["lin"])
    assert secrets.sign_in("lin", PASSWORD).status_code == 429


@pytest.mark.commits
def test_many_tries_at_once_are_no_more_than_one_after_the_other(secrets: Secrets) -> None:
    app, most = secrets.plant.app, _most(secrets)

    def one_try(_number: int) -> bool:
        with app.app_context():
            return may_try("li")

    with ThreadPoolExecutor(12) as threads:
        allowed = sum(threads.map(one_try, range(3 * most)))
    assert 0 < allowed <= most
