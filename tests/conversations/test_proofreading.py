"""The library is fit for a child, and the proofreader finds what is not."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from conversations.check import main
from conversations.facts import CALLS, FACTS, RECORDS, REQUESTS
from conversations.flow import Flow
from conversations.library import Library, LibraryError, load
from conversations.proofreading import findings
from conversations.readability import longest_sentence, reading_age
from conversations.words import parse

DOCS = Path(__file__).parents[2] / "docs" / "facts.md"


def test_the_library_as_it_stands_is_fit_for_a_child():
    assert findings(load()) == []
    assert main() == 0


def with_flow(library: Library, source: str) -> Library:
    flow = Flow.model_validate(yaml.safe_load(source))
    return replace(library, flows={**library.flows, flow.flow: flow})


def found(library: Library, source: str) -> str:
    return "\n".join(findings(with_flow(library, source)))


BAD = """
flow: bad
about: Everything that can be wrong.
nodes:
  start:
    say: [welcome-computer, welcome-readers, no-such-words]
    ask: welcome-agree
    choices:
      - {id: go, label: choice-yes}
      - {id: round, label: choice-no, to: round}
      - {id: fine, label: choice-not-sure, to: fine, when: {never_set: true}}
  round: {say: [manners-which], next: round_again}
  round_again: {next: round}
  fine: {jump: home}
  lost: {end: true}
"""


def test_the_proofreader_finds_each_kind_of_mistake(library):
    said = found(library, BAD)
    assert "start: no words for 'no-such-words'" in said
    assert "bad.yaml: nobody can start this flow" in said
    assert "start: the button 'go' leads nowhere" in said
    assert "start: cannot be skipped" in said
    assert "round: goes round without waiting" in said
    assert "start: nothing sets 'never_set'" in said


def test_the_proofreader_finds_a_node_nobody_comes_to(library):
    source = "{flow: thanks, about: x, linked: false, aside: true, nodes: {say: {end: true}, lost: {end: true}}}"
    assert "flows/thanks.yaml: lost: nobody can come here" in found(library, source)


def test_the_proofreader_counts_messages_over_the_edge_of_a_flow(library):
    four = "[robot-computer, robot-people, never-tell]"
    source = f"{{flow: thanks, about: x, linked: false, aside: true, nodes: {{say: {{say: {four}, end: true}}}}}}"
    assert "say: 4 messages in a row" in found(library, source)


def test_the_proofreader_finds_unused_and_too_hard_words(library):
    hard = "extra-words = The aforementioned documentation necessitates considerable deliberation beforehand."
    words = parse({"en": [("extra.ftl", hard)]})
    entries = {"en": {**library.words.entries["en"], **words.entries["en"]}}
    said = "\n".join(findings(replace(library, words=replace(library.words, entries=entries))))
    assert "words/en: nobody says 'extra-words'" in said
    assert "extra-words (older): reading age" in said


@pytest.mark.parametrize(
    ("text", "band_age"),
    [("I keep what you said. You can come back.", 7), ("Who do you want at your meeting?", 9)],
)
def test_short_plain_lines_are_easy_to_read(text, band_age):
    assert reading_age(text) <= band_age


def test_a_sentence_is_counted_to_its_end():
    assert longest_sentence("One two three. One two three four five!") == 5


def test_the_names_in_code_are_the_names_in_the_docs():
    tables = DOCS.read_text().split("\n## ")
    named = {t.split("\n")[0].split(" ")[0]: set(re.findall(r"^\|(.*?)\|", t, re.M)) for t in tables}
    rows = {head: set(re.findall(r"`(\w+)`", "".join(cells))) for head, cells in named.items()}
    assert set(FACTS) == rows["Facts"]
    assert set(RECORDS) == rows["Records"]
    assert set(REQUESTS) == rows["Requests"]
    assert set(CALLS) == rows["Calls"]


def folder_with(tmp_path: Path, **files: str) -> Path:
    source = Path(__file__).parents[2] / "conversations"
    for part in ("flows", "intents", "words/en"):
        (tmp_path / part).mkdir(parents=True)
        for file in (source / part).iterdir():
            (tmp_path / part / file.name).write_text(file.read_text())
    (tmp_path / "helplines.yaml").write_text((source / "helplines.yaml").read_text())
    for name, text in files.items():
        folder, stem = name.split("__")
        ending = ".ftl" if folder == "words" else ".yaml"
        (tmp_path / folder.replace("words", "words/en") / f"{stem}{ending}").write_text(text)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("flows__x", "{flow: x, about: x, nodes: {a: {say: []}}}", r"flows/x.yaml: nodes.a: .*exactly one of"),
        ("flows__x", "{flow: x, about: x, nodes: {a: {next: b}}}", r"flows/x.yaml: .*'b', which is not there"),
        (
            "flows__x",
            "{flow: x, about: x, nodes: {a: {jump: nowhere}}}",
            r"flows/x.yaml: a: there is no flow 'nowhere'",
        ),
        ("flows__x", "{flow: stop, about: x, nodes: {a: {end: true}}}", r"flow 'stop' is there twice"),
        ("flows__x", "{flow: x, about: x, nodes: {a: {record: [{kind: gossip}], end: true}}}", r"'gossip'"),
        ("flows__x", "flow: [", r"flows/x.yaml: "),
        ("words__x", "welcome-agree = Twice", r"words/en/.*: 'welcome-agree' is there twice"),
        ("words__x", "no equals sign here", r"words/en/x.ftl: cannot read"),
        (
            "intents__xx",
            "{commands: {}, intents: [{id: a, flow: zz, patterns: [x], examples: [x]}]}",
            r"intents/xx.yaml: a",
        ),
    ],
)
def test_a_broken_file_is_one_clear_line(tmp_path, file, text, message):
    with pytest.raises(LibraryError, match=message) as caught:
        load(folder_with(tmp_path, **{file: text}))
    assert "\n" not in str(caught.value)
