"""The model beside the rules: what it reads, how it is put together with them, and when it refuses to load."""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from safeguarding import screen
from safeguarding.matching import Matcher
from safeguarding.model import artefact
from safeguarding.model.examples import Examples
from safeguarding.model.judging import Judged, Model, Shares, averaged, level_of, shares_of
from safeguarding.model.kinds import CATEGORIES
from safeguarding.model.ngrams import Ngrams, buckets
from safeguarding.model.reading import as_read, reading_spelling
from safeguarding.model.tokens import LONGEST, Tokeniser
from safeguarding.screening import Earlier, Level
from tests.support.once import the_rules

RULES = the_rules()
TOKENISER = Tokeniser(artefact.here() / artefact.TOKENIZER)
SPELLING = reading_spelling(RULES.spelling, TOKENISER.vocabulary())
MODEL = Model(artefact.here(), RULES.spelling)
THRESHOLDS = {"urgent_alone": 0.5, "concern_alone": 0.8, "look_alone": 0.4}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("He's HERE", "he is here"),
        ("the cat is stuuuuck", "the cat is stuck"),
        ("e4st3r 3ggs", "easter eggs"),
        ("h e l p  m e  n o w", "help me now"),
        ("ok 🐢", "ok turtle"),
        ("one.\n\ntwo!", "one two"),
    ],
)
def test_the_model_reads_what_was_meant(typed, read):
    assert as_read(typed, SPELLING) == read


def test_a_message_without_words_is_still_one_reading():
    assert len(TOKENISER.readings("")) == 1


def test_a_long_message_is_read_in_windows_that_overlap_and_leave_nothing_out():
    words = [f"w{n}" for n in range(400)]
    windows = TOKENISER.readings(" ".join(words))
    whole = TOKENISER.readings(" ".join(words[:1]))[0].ids[1:2]
    assert windows[0].ids[1] == whole[0]
    assert all(len(window.ids) <= LONGEST + 2 for window in windows)
    assert all(
        before.ids[1 + LONGEST // 2 : -1] == after.ids[1 : 1 + LONGEST // 2] for before, after in pairwise(windows)
    )
    assert windows[-1].ids[-2] == TOKENISER.readings("w399")[0].ids[-2]


def test_what_went_before_is_the_second_part_and_the_newest_is_kept():
    tokens = TOKENISER.readings("now", ["old " * 200, "newest"])[0]
    own = tokens.parts.count(0)
    assert tokens.ids[:own] == TOKENISER.readings("now")[0].ids
    assert tokens.ids[-2] == TOKENISER.readings("newest")[0].ids[-2]


def test_shares_are_shares():
    logs = np.log(np.array([0.2, 0.2, 0.6], np.float32))
    shares = shares_of(averaged(logs, logs, logs))
    assert (shares.worry, shares.urgent) == (pytest.approx(0.8, abs=1e-5), pytest.approx(0.75, abs=1e-5))


@pytest.mark.parametrize(
    ("worry", "urgent", "level"),
    [(0.9, 0.6, "urgent"), (0.9, 0.4, "concern"), (0.5, 0.9, "look"), (0.3, 0.9, "none")],
)
def test_what_is_no_concern_is_never_urgent(worry, urgent, level):
    assert level_of(Shares(worry, urgent), THRESHOLDS, "alone") is Level[level]


def test_ngrams_count_pieces_of_words_and_pairs():
    assert buckets("no food")[next(iter(buckets("no")))] >= 1
    assert buckets("no food") != buckets("food no")
    empty = Ngrams(np.zeros((2**18, 3), np.float16), np.ones(2**18, np.float16), np.zeros(3, np.float32))
    assert np.exp(empty.log_shares("no food")) == pytest.approx([1 / 3] * 3)


def test_the_nearest_example_is_of_the_kind_that_was_found(tmp_path: Path):
    meanings = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]], np.float32)
    Examples.of(["a", "b", "c"], ["neglect", "neglect", "weapon"], meanings).write(tmp_path / "examples.npz")
    known = Examples.read(tmp_path / "examples.npz")
    assert known.nearest(np.array([0.1, 1.0], np.float32), "neglect") == "b"
    assert known.nearest(np.array([1.0, 0.0], np.float32), "missing") == ""


def test_the_artefact_names_every_kind_and_its_examples_are_of_those():
    known = Examples.read(artefact.here() / artefact.EXAMPLES)
    assert set(known.categories) == set(CATEGORIES)


def test_a_model_alone_hears_what_no_rule_says():
    said = "hes been in my room again. i put the chair against the door but it dont work"
    assert MODEL.judge(said).level >= Level.concern
    assert MODEL.judge("can we have pizza at the next meeting").level is Level.none


@dataclass
class Says:
    """Stands in for the model: always says the same."""

    level: Level
    ordinary: bool = False

    def judge(self, text: str, earlier: object = ()) -> Judged:
        return Judged(self.level, Shares(0.0, 0.0), "neglect", text, "an example", bool(earlier), self.ordinary)


def put_together(level, text, earlier=(), ordinary=False):
    judge = screen._judge(Matcher(RULES), Says(level, ordinary), "test")  # type: ignore[arg-type]
    return judge(text, earlier)


def test_the_model_adds_a_reason_with_the_example_it_reads_like():
    found = put_together(Level.concern, "the fridge has a new lodger")
    assert [(r.rule, r.category, r.like, r.level) for r in found.because] == [
        ("reads_like", "neglect", "an example", Level.concern)
    ]


def test_a_phrase_is_lowered_by_one_where_the_model_has_no_doubt():
    said = "we went to the beach on the coach and had chips on the wall. {}. then it rained and we all went back"
    for phrase, by_rules, without_doubt in (
        ("my carer hit me", Level.concern, Level.look), ("he is hitting me right now", Level.urgent, Level.concern),
    ):  # fmt: skip
        assert put_together(Level.none, said.format(phrase)).level is by_rules
        assert put_together(Level.none, said.format(phrase), ordinary=True).level is without_doubt
        assert put_together(Level.none, phrase, ordinary=True).level is by_rules


def test_an_urgent_rule_that_a_guard_has_lowered_is_lowered_no_further():
    text = "in the film he is hitting me right now help"
    assert put_together(Level.none, text, ordinary=True).level is Level.concern


@pytest.mark.parametrize(
    "text",
    ["he is hitting me right now help", "forget what i said i was lying", "", "Chcę zobaczyć moją mamę, bardzo proszę"],
)
def test_the_model_never_lowers_what_is_taken_back_or_unreadable(text):
    assert put_together(Level.none, text, ordinary=True).level >= Level.concern


def test_the_model_never_lowers_an_answer_to_a_question_about_safety():
    asked = [Earlier("bot", "How safe do you feel there, from 0 to 10?", 0.1)]
    assert put_together(Level.none, "2", asked, ordinary=True).level is Level.concern


def test_without_its_model_the_screen_goes_by_the_rules_and_sends_everything_to_a_human(tmp_path: Path):
    without = screen.load(tmp_path / "nothing")
    assert without("he is hitting me right now help").level is Level.urgent
    found = without("i like football")
    assert (found.level, found.readable) == (Level.concern, False)
    assert found.because[0].rule == "model_missing"
