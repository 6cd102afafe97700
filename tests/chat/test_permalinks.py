"""Permalinks: found in what people paste, made from an id, and of nobody else's host."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.events import SharedLink
from bot.chat.permalinks import label_in, links_in, permalink

HOME = "https://okrs.example.com"


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("https://okrs.example.com/o/O12", ["O12"]),
        ("see https://okrs.example.com/o/KR3, please", ["KR3"]),
        ("<https://okrs.example.com/o/O12|our aim> and (https://okrs.example.com/o/kr7)", ["O12", "KR7"]),
        ("HTTPS://OKRS.EXAMPLE.COM/o/o12?from=mail", ["O12"]),
        ("https://okrs.example.com/o/O1 https://okrs.example.com/o/O1", ["O1"]),
        ("看这个https://okrs.example.com/o/O12。", ["O12"]),
        ("https://okrs.example.com/o/O12/delete", []),
        ("https://okrs.example.com/o/O12345678901", []),
        ("https://okrs.example.com/o/X1", []),
        ("https://okrs.example.com.evil.test/o/O1", []),
        ("https://evil.test/?https://okrsXexample.com/o/O1", []),
        ("okrs.example.com/o/O1", []),
        ("", []),
    ],
)
def test_links_are_found(text: str, labels: list[str]) -> None:
    assert [link.label for link in links_in(text, HOME)] == labels
    assert [link.label for link in links_in(text, f"{HOME}/")] == labels
    assert all(link.url in text for link in links_in(text, HOME))


def test_without_an_address_nothing_is_a_link() -> None:
    assert links_in("http:///o/O1 /o/O1", "") == ()


@given(st.integers(1, 999_999_999), st.sampled_from(["O", "KR"]), st.text(max_size=20))
def test_a_link_made_is_found_again(number: int, sort: str, around: str) -> None:
    label = f"{sort}{number}"
    url = permalink(HOME, label)
    assert links_in(f"{around} {url} {around}", HOME) == (SharedLink(url, label),)
    assert label_in(url.rpartition("/")[2]) == label


@pytest.mark.parametrize("path", ["", "O", "KR", "12", "O1x", "../O1", "O٣"])
def test_a_path_that_names_nothing(path: str) -> None:
    assert label_in(path) is None
