"""What `my-iro demo` prints: on a narrow screen too, nothing that is to be copied is broken or cut."""

from __future__ import annotations

import pytest

from bot.commands.demo import _welcome
from bot.demo.load import PASSWORD
from bot.demo.temporary import exampleshire
from bot.played import TODAY

URL = "http://127.0.0.1:65535"


@pytest.fixture(scope="module")
def loaded():
    with exampleshire(TODAY) as (_, found):
        yield found


@pytest.mark.parametrize("columns", ["80", "60", "200"])
def test_every_address_is_whole_and_no_line_is_wider_than_80(
    loaded, columns: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    _welcome(URL, loaded)
    lines = capsys.readouterr().out.splitlines()
    assert max(len(line.rstrip()) for line in lines) <= 80
    printed = {word for line in lines for word in line.split()}
    assert {log_in.email for log_in in loaded.one_for_each_role()} <= printed
    assert {f"{URL}/#card={card.word}" for card in loaded.cards[:3]} <= printed
    assert f"{PASSWORD}." in printed


def test_the_iro_who_signs_in_has_the_child_of_the_first_card(loaded, capsys: pytest.CaptureFixture[str]) -> None:
    _welcome(URL, loaded)
    said = capsys.readouterr().out
    assert "OTTER-42 is the card of Fin, whose IRO is Beth Thistlewick." in said
    assert "4 April" in said
    assert "beth.thistlewick@exampleshire.example" in said
