"""The labelled messages: every row can be used, and nothing that measures the model is learnt from."""

import json
from collections import Counter

import pytest

from safeguarding.model.kinds import CATEGORIES
from safeguarding.training import corpus

FILES = sorted(corpus.CORPUS.glob("*.jsonl"))
PLAIN = {
    "ordinary", "chit_chat", "idiom", "gaming", "medical_minor", "contact_wish", "rights_question", "grief_calm",
    "anger_ordinary",
}  # fmt: skip


def rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_row_can_be_used(path):
    for number, row in enumerate(rows(path), start=1):
        where = f"{path.name} line {number}"
        worry = row["expect"] in ("concern", "urgent")
        assert row["category"] in (CATEGORIES if worry else PLAIN), where
        if "messages" in row:
            assert len(row["messages"]) == len(row["levels"]) >= 2, where
            assert set(row["levels"]) <= {"none", "look", "concern", "urgent"}, where
        else:
            assert row["expect"] in ("none", "concern", "urgent"), where
            assert row["text"].strip(), where


def test_what_measures_the_model_is_not_learnt_from():
    learnt = {
        row["text"]
        for name in corpus.training_files()
        for row in rows(corpus.CORPUS / f"{name}.jsonl")
        if "text" in row
    }
    held = [
        row["text"] for path in FILES if path.stem.startswith(corpus.HELD_BACK) for row in rows(path) if "text" in row
    ]
    assert held
    assert not learnt & set(held)
    assert not set(corpus.training_files()) & set(corpus.calibration_files())


def test_no_message_stands_there_with_two_answers():
    levels = Counter()
    for path in FILES:
        levels.update({(row["text"].strip().lower(), row["expect"]) for row in rows(path) if "text" in row})
    texts = Counter(text for text, _ in levels)
    assert [text for text, count in texts.items() if count > 1] == []


def test_a_row_that_cannot_be_used_is_named_with_its_file_and_line(tmp_path):
    (tmp_path / "torn.jsonl").write_text('{"text": "hi", "expect": "none"}\n{"text": "hi"}\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"torn\.jsonl line 2"):
        corpus.read(["torn"], tmp_path)


def test_the_messages_of_a_dialogue_know_what_went_before(tmp_path):
    row = {"messages": ["a", "b", "c"], "levels": ["none", "look", "concern"], "expect": "concern"}
    (tmp_path / "one.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    found = corpus.read(["one"], tmp_path)
    assert [(e.text, e.earlier, e.level) for e in found] == [
        ("a", (), "none"), ("b", ("a",), "look"), ("c", ("a", "b"), "concern"),
    ]  # fmt: skip
