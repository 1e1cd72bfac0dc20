"""The page: what stands on it, in which half, in which order, with which source, and what is never on it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reviews.pack.model import Page
from storage.database import Database
from tests.reviews.pack.telling import HELD, NOW, ROUND, Telling


@pytest.fixture
def fin(database: Database) -> Telling:
    return Telling(database)


def texts(page: Page, half: str) -> list[str]:
    return [quote.text for group in getattr(page, half) for line in group.lines for quote in line.quotes]


def test_what_may_be_said_and_what_only_the_iro_knows_never_meet(fin: Telling) -> None:
    fin.answers("home_best", "my room", share="review")
    fin.answers("worries_what", "dads letters")
    page = fin.page()
    assert (texts(page, "aloud"), texts(page, "kept")) == (["my room"], ["dads letters"])


def test_what_the_child_most_wants_comes_first_then_the_topics_in_order(fin: Telling) -> None:
    for question in ("meeting_be", "home_best", "most_two", "good_well", "most_one"):
        fin.answers(question, f"about {question}")
    assert [group.topic for group in fin.page().kept] == ["most", "good", "home", "meeting"]


def test_a_topic_the_child_tapped_as_most_wanted_stands_before_the_others(fin: Telling) -> None:
    fin.answers("good_well", "football")
    fin.answers("siblings_wish", "see jay")
    fin.answers("most_one", "Brothers and sisters", choice="topic_siblings")
    assert [group.topic for group in fin.page().kept] == ["most", "siblings", "good"]


def test_every_line_carries_its_message_time_and_channel(fin: Telling) -> None:
    message = fin.answers("home_best", "my room", words="it is my room obviously")
    (line,) = fin.page().kept[0].lines
    (quote,) = line.quotes
    assert (quote.text, quote.kind) == ("my room", "words")
    assert (quote.source.message_id, quote.source.at, quote.source.channel) == (message, ROUND, "web")


def test_several_taps_are_several_quotes_each_from_its_own_message(fin: Telling) -> None:
    first = fin.says("Mum", kind="choice", at=ROUND - timedelta(minutes=2))
    second = fin.says("nan too", at=ROUND - timedelta(minutes=1))
    last = fin.says("That's all", kind="choice")
    fin.answers("meeting_who", "Mum, nan too", message=last)
    (line,) = fin.page().kept[0].lines
    assert [(q.text, q.kind, q.source.message_id) for q in line.quotes] == [
        ("Mum", "tapped", first), ("nan too", "words", second),
    ]  # fmt: skip


def test_words_that_no_message_holds_are_marked_and_kept(fin: Telling) -> None:
    fin.answers("home_best", "the garden", words="something else")
    (line,) = fin.page().kept[0].lines
    assert [(q.text, q.kind) for q in line.quotes] == [("the garden", "untraced")]


def test_the_face_of_last_time_stands_beside_the_one_of_today(fin: Telling) -> None:
    fin.answers("home_how", "Good", choice="face_good", at=HELD - timedelta(days=2))
    fin.answers("home_how", "Not good", choice="face_bad")
    (line,) = fin.page().kept[0].lines
    assert line.face is not None
    assert line.last_time is not None
    assert (line.face.face, line.last_time.face) == ("bad", "good")


def test_a_face_that_was_for_the_iro_alone_is_not_put_beside_one_that_may_be_said(fin: Telling) -> None:
    fin.answers("home_how", "Not good", choice="face_bad", at=HELD - timedelta(days=2))
    fin.answers("home_how", "Good", choice="face_good", share="review")
    (line,) = fin.page().aloud[0].lines
    assert line.last_time is None


def test_silence_is_shown(fin: Telling) -> None:
    fin.answers("health_feel", "", state="skipped")
    silence = fin.page().silence
    assert [(topic, question) for topic, question, _ in silence.not_said] == [("health", "health_feel")]
    assert "home" in silence.not_asked
    assert "health" not in silence.not_asked


def test_a_newer_version_replaces_the_old_on_the_page_and_both_stand_in_the_annex(fin: Telling) -> None:
    fin.answers("home_best", "the food", at=ROUND - timedelta(days=1))
    fin.answers("home_best", "my room")
    page = fin.page()
    assert texts(page, "kept") == ["my room"]
    assert [(v.quotes[0].text, v.state) for v in page.annex] == [("the food", "replaced"), ("my room", "said")]


def test_what_was_taken_out_leaves_only_that_it_was(fin: Telling) -> None:
    fin.answers("worries_what", "dads letters", state="taken_out")
    page = fin.page()
    assert page.kept == ()
    assert [(v.quotes, v.state) for v in page.annex] == [((), "taken_out")]


def test_answers_of_the_round_before_are_not_on_the_page_but_on_that_of_their_review(fin: Telling) -> None:
    fin.answers("home_best", "my old room", at=HELD - timedelta(days=2))
    fin.answers("home_best", "my new room")
    assert texts(fin.page(), "kept") == ["my new room"]
    held = fin.database.read_now(lambda store: _review(store, "EXR-0001"))
    assert texts(fin.page(review=held), "kept") == ["my old room"]


def test_promises_of_last_time_with_the_childs_view(fin: Telling) -> None:
    fin.promised("Sam will book the taxi", "not_yet", "dont_know")
    fin.promised("Beth will ask about Jay")
    first, second = fin.page().promises
    assert first.last_view is not None
    assert first.last_view.quote is not None
    assert (first.last_view.view, first.last_view.quote.text) == ("dont_know", "Don't know")
    assert second.last_view is None


def test_the_suggested_code_names_what_it_rests_on(fin: Telling) -> None:
    evidence = fin.page().evidence
    assert evidence is not None
    assert (evidence.suggestion.code, evidence.answers) == ("PN7", 0)
    message = fin.answers("home_best", "my room")
    evidence = fin.page().evidence
    assert evidence is not None
    assert (evidence.suggestion.code, evidence.suggestion.settled) == ("PN6", False)
    assert [source.message_id for source in evidence.sources] == [message]


def test_a_review_in_school_hours_is_marked(fin: Telling) -> None:
    assert fin.page().header.in_school_hours


def test_what_is_withheld_from_the_reader_is_nowhere_on_the_page(fin: Telling) -> None:
    fin.says("Mum", kind="choice", at=ROUND - timedelta(minutes=3))
    secret = fin.says("not beth she hit me", at=ROUND - timedelta(minutes=2))
    last = fin.says("That's all", kind="choice")
    fin.answers("meeting_not", "Mum, not beth she hit me", message=last)
    own = fin.answers("worries_what", "beth scares me")
    fin.withhold(secret)
    fin.withhold(own)
    page = fin.page()
    assert {quote.text for quote in page.quotes()} == {"Mum"}
    assert page.evidence is not None
    assert own not in {source.message_id for source in page.evidence.sources}


def test_whoever_is_not_the_childs_iro_gets_only_what_may_be_said(fin: Telling) -> None:
    fin.answers("home_best", "my room", share="review")
    fin.answers("worries_what", "dads letters")
    fin.answers("health_feel", "", state="skipped")
    fin.promised("Sam will book the taxi", "not_yet")
    fin.helped("Yes")
    page = fin.page(whole=False)
    assert [quote.text for quote in page.quotes()] == ["my room"]
    assert (page.kept, page.annex, page.silence.not_said, page.evidence) == ((), (), (), None)


def test_a_child_who_never_came_has_a_page_that_says_so(database: Database) -> None:
    telling = Telling(database)
    page = telling.page()
    assert page.empty
    assert page.header.first_at is None
    assert len(page.silence.not_asked) == 10
    assert page.made_at == NOW


def _review(store, reference):  # type: ignore[no-untyped-def]
    from storage import reviews

    return reviews.by_reference(store, reference)


def test_who_sat_with_the_child_is_shown_as_it_was_tapped(fin: Telling) -> None:
    fin.helped("Yes")
    fin.helped("My carer", kind="helped")
    assert [(one.asked, one.quote.text) for one in fin.page().header.helped] == [
        ("grown_up_near", "Yes"), ("helped", "My carer"),
    ]  # fmt: skip
