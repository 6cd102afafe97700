"""The personal tab: who is let in, what they see, and what comes of a press. Microsoft's keys are on loopback."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from hypothesis import given
from hypothesis import strategies as st

from adapters.teams.registration import Registration
from adapters.teams.tab_html import card_html, form_html
from bot.chat.cards import Card, Paragraph, Progress, Quote, action
from bot.chat.events import Commanded, Opened, Said
from bot.ports.door import Reader
from tests.contract import worst
from tests.teams import activities
from tests.teams.house import House
from tests.teams.microsoft import APP_ID, TENANT, Microsoft, token

READER = Reader("en", "UTC")
DRAFT = "My objective is to make onboarding effortless as measured by activation rate from 40% to 60%"


def registration(microsoft: Microsoft) -> Registration:
    """A bot whose people are signed in by keys on loopback."""
    return Registration(APP_ID, "secret", frozenset({TENANT}), directory_url=f"{microsoft.url}/openid")


@pytest.fixture
def house(microsoft: Microsoft) -> Iterator[House]:
    house = House(microsoft, registration=registration(microsoft))
    with house.client:
        yield house


def claims(**changes: Any) -> dict[str, Any]:
    """What the directory claims of Ada."""
    now = int(time.time())
    whole = {
        "iss": f"https://login.microsoftonline.com/{TENANT}/v2.0",
        "aud": APP_ID,
        "tid": TENANT,
        "oid": "directory-ada",
        "name": "Ada",
        "scp": "access_as_user",
        "nbf": now - 10,
        "exp": now + 3600,
    }
    return {name: value for name, value in {**whole, **changes}.items() if value is not None}


def do(house: House, header: str | None, **asked: Any) -> tuple[int, str]:
    """Status and HTML."""
    headers = {} if header is None else {"Authorization": header}
    body = json.dumps({"id": str(asked), **asked})
    answered = house.client.post("/teams/tab/do", content=body, headers=headers)
    return answered.status_code, answered.json()["html"] if answered.status_code == 200 else ""


def presses(html: str) -> dict[str, Any]:
    """What can be pressed, by its title."""
    found: dict[str, Any] = {}

    class Presses(HTMLParser):
        """Notes them."""

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            """One element."""
            about = dict(attrs)
            if about.get("data-press"):
                found[str(about.get("title"))] = json.loads(str(about["data-press"]))

    Presses().feed(html)
    return found


NOW = int(time.time())
WRONG: dict[str, tuple[int, dict[str, Any]]] = {
    "other audience": (401, {"aud": "x"}),
    "other issuer": (401, {"iss": "https://api.botframework.com"}),
    "issuer of another tenant": (401, {"iss": "https://login.microsoftonline.com/x/v2.0"}),
    "other tenant": (403, {"tid": "ffffffff-bbbb-cccc-dddd-eeeeeeeeeeee"}),
    "no tenant": (403, {"tid": None}),
    "expired": (401, {"exp": NOW - 3600}),
    "no exp": (401, {"exp": None}),
    "not yet": (401, {"nbf": NOW + 3600}),
    "nobody": (401, {"oid": None}),
    "an app, no person": (403, {"scp": None}),
    "another scope": (403, {"scp": "User.Read"}),
}


@pytest.mark.parametrize(("status", "changes"), WRONG.values(), ids=WRONG)
def test_a_wrong_token_sees_nothing(
    house: House, signing_key: rsa.RSAPrivateKey, status: int, changes: dict[str, Any]
) -> None:
    assert do(house, f"Bearer {token(signing_key, 'k1', claims(**changes))}")[0] == status
    assert house.noted.events == []


def test_no_token_and_strangers_keys_see_nothing(
    house: House, signing_key: rsa.RSAPrivateKey, other_key: rsa.RSAPrivateKey
) -> None:
    for header in (None, "", "Bearer", "Bearer x", "Bearer a.b.c", f"Bearer {token(other_key, 'k1', claims())}"):
        assert do(house, header)[0] == 401
    assert do(house, f"Bearer {token(signing_key, 'k9', claims())}")[0] == 401
    assert do(house, f"Bearer {token(signing_key, 'k1', claims(), 'RS512')}")[0] == 401
    assert house.noted.events == []


@pytest.mark.parametrize("issuer", ["https://login.microsoftonline.com/{}/v2.0", "https://sts.windows.net/{}/"])
def test_the_same_person_as_in_the_chat(house: House, signing_key: rsa.RSAPrivateKey, issuer: str) -> None:
    audience = f"api://okrs.example/botid-{APP_ID}"
    ada = f"Bearer {token(signing_key, 'k1', claims(iss=issuer.format(TENANT), aud=audience))}"
    status, html = do(house, ada, locale="zh-CN", zone="Asia/Shanghai")
    assert status == 200
    assert 'lang="zh"' in html
    person = house.storage.directory.known("W1", "teams", "directory-ada")
    assert person is not None
    assert house.storage.directory.reader("W1", person) == Reader("zh", "Asia/Shanghai")
    assert activities.directory_id("29:ada") == "directory-ada"


def test_buttons_and_forms_work_as_in_the_chat(house: House, signing_key: rsa.RSAPrivateKey) -> None:
    ada = f"Bearer {token(signing_key, 'k1', claims())}"
    _, html = do(house, ada)
    start = presses(html)["Start an OKR"]
    status, form = do(house, ada, data=start)
    assert status == 200
    assert "<textarea" in form
    sent = next(data for data in presses(form).values() if "send" in data["okr"])
    _, again = do(house, ada, data={**sent, "in:key_results": "<b>x</b> from 1 to 2"})
    assert "⚠️" in again
    assert "&lt;b&gt;x&lt;/b&gt; from 1 to 2" in again
    sent = next(data for data in presses(again).values() if "send" in data["okr"])
    filled = {"in:objective": "make onboarding effortless", "in:key_results": "activation from 40% to 60%"}
    _, done = do(house, ada, data={**sent, **filled})
    assert "make onboarding effortless" in done


def test_words_are_taken_as_in_the_chat(house: House, signing_key: rsa.RSAPrivateKey) -> None:
    ada = f"Bearer {token(signing_key, 'k1', claims())}"
    _, drafted = do(house, ada, text=DRAFT.replace("effortless", "&amp; \ud800 effortless"))
    assert "O1 (draft)" in drafted
    assert "&amp; \ufffd effortless" in drafted
    do(house, ada, text="/okr list")
    assert [type(event) for event in house.noted.events] == [Said, Commanded]
    for nothing in (" ", 7, None, ["x"]):
        do(house, ada, text=nothing)
        assert isinstance(house.noted.events[-1], Opened)


def test_what_is_none_of_ours_is_nothing(house: House, signing_key: rsa.RSAPrivateKey) -> None:
    ada = f"Bearer {token(signing_key, 'k1', claims())}"
    assert do(house, ada, data={"x": 1}) == (200, "")
    for body in (b"", b"[]", b"{", b"x" * 300_000):
        answered = house.client.post("/teams/tab/do", content=body, headers={"Authorization": ada})
        assert answered.status_code == 400


def test_the_page_holds_nothing_and_only_teams_frames_it(house: House) -> None:
    page = house.client.get("/teams/tab", headers={"Accept-Language": "zh-CN"})
    policy = page.headers["content-security-policy"]
    assert "frame-ancestors https://teams.microsoft.com" in policy
    assert "frame-ancestors *" not in policy
    assert "unsafe" not in policy
    assert "我的 OKR" in page.text
    assert house.client.get("/teams/tab.js").headers["content-type"].startswith("text/javascript")
    css = house.client.get("/teams/tab.css").text
    assert "[data-theme=dark]" in css
    assert "[data-theme=contrast]" in css
    for path in ("/teams/privacy", "/teams/terms"):
        assert "Measured" in house.client.get(path).text
        assert "frame-ancestors 'none'" in house.client.get(path).headers["content-security-policy"]


def test_everything_has_a_face() -> None:
    for card in worst.cards():
        html = card_html(card, READER)
        assert "<script" not in html
        assert "<b>bold" not in html
    for form in worst.forms():
        assert "<script" not in form_html(form, READER)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_only_shown(words: str) -> None:
    progress = Progress(
        words, words, "at_risk", words, words, Decimal(57), Decimal(60), words, 1, action("x", id=words)
    )
    html = card_html(Card("x", (Paragraph(words), Quote(words, words), progress)), READER)
    for name in ("script", "img", "b", "a", "iframe"):
        assert f"<{name}>" not in html
        assert f"<{name} " not in html


def test_unsigned_has_no_tab(microsoft: Microsoft) -> None:
    house = House(microsoft)
    with house.client:
        assert do(house, None)[0] == 401
        assert do(house, "Bearer x.y.z")[0] == 401


def test_the_picture_says_the_same_per_cent_as_the_chat() -> None:
    element = Progress("KR1", "x", "on_track", "on track", percent=Decimal("57.8"), expected=Decimal("66.5"))
    drawn = card_html(Card("x", (element,)), READER)
    assert 'aria-label="58% done, 67% expected by now"' in drawn
    assert 'width="58%"' in drawn
    assert ">58%<" in drawn
