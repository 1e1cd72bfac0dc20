"""The arithmetic of the report, on files small enough to count by hand."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.console import Console

from safeguarding.report import adapters
from safeguarding.report.__main__ import report
from safeguarding.report.cost import Cost
from safeguarding.report.figures import Dialogues, Shares, figures
from safeguarding.report.peers import Peer, PeerMissing, measured
from safeguarding.report.rows import RowsWrong, by_rules_alone, judge, read
from safeguarding.report.table import show
from safeguarding.screening import Level, Reason, Screening


def says(text: str, earlier: object = ()) -> Screening:
    """A screen that does as the message says: "urgent!" is urgent."""
    level = next((level for level in Level if text.startswith(f"{level.name}!")), Level.none)
    return Screening(level, 0.0, (), (), language="fr" if "fr" in text else "en")


def kept(folder: Path, rows: list[dict], name: str = "small") -> Path:
    path = folder / f"{name}.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n\n", encoding="utf-8")
    return path


def measure(*paths: Path):
    return figures(judge(says, read(paths)))


def row(text: str, expect: str, category: str = "suicide", age: str = "12-15", **more) -> dict:
    return {"text": text, "expect": expect, "category": category, "age": age, **more}


def test_shares_are_of_what_was_expected(tmp_path):
    found = measure(
        kept(
            tmp_path,
            [
                row("urgent! a", "urgent"), row("concern! b", "urgent"), row("look! c", "urgent"), row("d", "urgent"),
                row("urgent! e", "concern"), row("f", "concern"),
                row("concern! g", "none", "gaming"), row("h", "none", "chit_chat"), row("i", "none", "ordinary"),
            ],
        )
    )  # fmt: skip
    assert found.levels["urgent"] == Shares(4, 0.25, 0.5, 0.75)
    assert found.levels["concern"] == Shares(2, 0.5, 0.5, 0.5)
    assert found.levels["none"] == Shares(3, 0.0, 0.3333, 0.3333)
    assert found.ordinary["hard negatives"] == Shares(1, 0.0, 1.0, 1.0)
    assert found.ordinary["everyday chat"].raised == 0.0
    assert found.categories["suicide"]["urgent"].n == 4
    assert found.ages["12-15"]["none"].n == 3
    assert found.files["small"]["concern"].n == 2


def test_a_dialogue_counts_from_the_message_at_which_a_careful_human_would_raise_it(tmp_path):
    def talk(messages, levels):
        return {"messages": messages, "levels": levels, "expect": levels[-1], "category": "missing"}

    found = measure(
        kept(
            tmp_path,
            [
                talk(["a", "concern! b", "c"], ["none", "concern", "none"]),
                talk(["a", "b", "concern! late"], ["none", "concern", "concern"]),
                talk(["a", "b"], ["look", "urgent"]),
                talk(["a", "b"], ["none", "look"]),
                talk(["urgent! too soon", "b"], ["none", "none"]),
            ],
        )
    )
    assert found.dialogues["small"] == Dialogues(3, 0.3333, 0.6667, 2, 0.5)
    assert found.levels == {}


def test_each_message_of_a_dialogue_is_judged_after_those_before_it(tmp_path):
    heard = []

    def listening(text, earlier=()):
        heard.append((text, [e.text for e in earlier]))
        return says(text)

    judge(listening, read([kept(tmp_path, [{"messages": ["a", "b", "c"], "levels": ["none"] * 3}])]))
    assert heard == [("a", []), ("b", ["a"]), ("c", ["a", "b"])]


def test_another_language_is_reported_apart_and_silence_is_counted(tmp_path):
    found = measure(
        kept(
            tmp_path,
            [
                row("urgent! fr", "urgent", lang="fr"),
                row("fr oui", "none", lang="fr"),
                row("concern! fr", "none", lang="fr"),
            ],
        )
    )  # fmt: skip
    assert found.levels == {}
    assert (found.languages["fr"].n, found.languages["fr"].silent, found.languages["fr"].urgent) == (3, 1, 1.0)
    assert found.silent == 1


def test_of_what_is_held_back_only_totals_are_shown(tmp_path):
    found = measure(kept(tmp_path, [row("urgent! a", "urgent")], "held_back_voices"))
    assert found.levels["urgent"].n == 1
    assert (found.categories, found.ages) == ({}, {})
    assert list(found.files) == ["held_back_voices"]


def test_what_rules_decide_alone_is_told_from_what_the_model_reads():
    def found(rule, language="en"):
        return Screening(Level.urgent, 0.9, (), (Reason(rule, "", "suicide", Level.urgent),), True, language)

    assert by_rules_alone(found("suicide.die_tonight"))
    assert not by_rules_alone(found("reads_like"))
    assert by_rules_alone(Screening(Level.concern, 0.7, (), (), False, "so"))


@pytest.mark.parametrize("line", ["not json", "[]", '{"expect": "none"}', '{"text": "a", "expect": "loud"}'])
def test_a_row_that_cannot_be_used_is_named_with_its_line(tmp_path, line):
    path = tmp_path / "torn.jsonl"
    path.write_text(json.dumps(row("a", "none")) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(RowsWrong, match=r"torn\.jsonl line 2"):
        read([path])


def test_a_peer_is_measured_on_the_same_messages(tmp_path):
    single = read(
        [kept(tmp_path, [row("bad", "urgent"), row("x", "concern"), row("bad luck", "none"), row("y", "none")])]
    )

    def run(name, texts):
        return "noise\n" + json.dumps({"raised": ["bad" in t for t in texts], "median_ms": 0.5, "megabytes": 40.0})

    assert measured("a-filter", single, run) == Peer("a-filter", "", 1.0, 0.0, 0.5, 0.5, 40.0)


def test_a_peer_that_does_not_install_is_named_with_the_reason():
    def run(name, texts):
        raise PeerMissing("installing it failed: no such package")

    assert measured("a-filter", [], run).missing == "installing it failed: no such package"


def test_the_adapters_answer_line_by_line(tmp_path):
    """The file runs where nothing of ours is installed, so it is run by itself, with a peer made of one line."""
    (tmp_path / "afinn.py").write_text(
        "class Afinn:\n    def __init__(self, emoticons): pass\n"
        "    def score(self, text): return -1 if 'bad' in text else 0\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, adapters.__file__, "afinn"], input='["bad", "good"]', capture_output=True, text=True,
        check=True, env={"PYTHONPATH": str(tmp_path)},
    )  # fmt: skip
    assert json.loads(done.stdout.strip().splitlines()[-1])["raised"] == [True, False]


def test_the_table_says_when_the_promise_about_other_languages_is_broken(tmp_path):
    def printed(found):
        console = Console(file=io.StringIO(), width=160)
        show(console, found, Cost(0.5, 100.0), [Peer("a-filter", "does not install")], {})
        return console.file.getvalue()

    broken = measure(kept(tmp_path, [row("fr oui", "none", lang="fr"), row("urgent! a", "urgent")]))
    whole = measure(kept(tmp_path, [row("concern! fr", "none", lang="fr")]))
    assert "BROKEN for 1 messages" in printed(broken)
    assert "does not install" in printed(broken)
    assert "never silently none: kept" in printed(whole)


def test_the_command_measures_the_files_it_is_given(tmp_path):
    path = kept(tmp_path, [row("he hits me every night", "concern"), row("we had pasta", "none", "chit_chat")])
    done = CliRunner().invoke(report, ["--json", "--no-peers", str(path)])
    assert done.exit_code == 0, done.output
    said = json.loads(done.output)
    assert said["levels"]["concern"] == {"n": 1, "urgent": 0.0, "raised": 1.0, "looked": 1.0}
    assert said["cost"]["megabytes"] > 0


def test_the_command_names_a_file_that_is_wrong(tmp_path):
    path = tmp_path / "torn.jsonl"
    path.write_text("{}\n", encoding="utf-8")
    done = CliRunner().invoke(report, [str(path)])
    assert done.exit_code == 1
    assert "torn.jsonl line 1" in done.output
