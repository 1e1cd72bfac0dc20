"""Nothing is put in between: whatever a child says, each quoted string is a part of the message it names."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from reviews.pack import choosing
from reviews.pack.fitting import LEVELS, cut
from reviews.pack.model import Quote
from reviews.pack.tracing import Heard
from storage.answers import Answer
from storage.messages import Message
from tests.support.prepared import NOW

TALK, KEY = uuid4(), uuid4()
WORDS = st.text(min_size=1, max_size=60) | st.sampled_from(["Mum", "a, b", ", ", "nan, and jay", "❤️‍🔥", "أخي"])


def message(number: int, text: str, kind: str) -> Message:
    return Message(
        uuid4(), TALK, KEY, None, number, "child", None, "web", kind, text, (), None, "", "",
        NOW + timedelta(seconds=number), None, None, False, None,
    )  # fmt: skip


def answer(question: str, text: str, number: int, message_id: UUID | None, share: str, state: str) -> Answer:
    return Answer(
        uuid4(), TALK, KEY, question.split("_", maxsplit=1)[0], question, text, None, state, share, message_id, "web",
        NOW + timedelta(seconds=number),
    )  # fmt: skip


@st.composite
def rounds(draw: st.DrawFn) -> tuple[list[Message], list[Answer], frozenset[UUID]]:
    """Answers of one or several messages each, some of which are withheld; some quote a part of what was said."""
    said: list[Message] = []
    given_: list[Answer] = []
    for _ in range(draw(st.integers(1, 6))):
        parts = draw(st.lists(WORDS, min_size=1, max_size=3))
        for part in parts:
            around = draw(st.sampled_from(["", "well ", "\n"]))
            said.append(message(len(said), around + part, draw(st.sampled_from(["text", "choice"]))))
        last = said[-1].id if draw(st.booleans()) else draw(st.sampled_from([None, said[-1].id]))
        text = ", ".join(parts) if draw(st.booleans()) else parts[-1]
        share, state = draw(st.sampled_from(["iro", "review"])), draw(st.sampled_from(["said", "approved"]))
        question = draw(st.sampled_from(["home_best", "most_one", "meeting_who"]))
        given_.append(answer(question, text, len(said), last, share, state))
    hidden = frozenset(one.id for one in said if draw(st.integers(0, 4)) == 0)
    return said, given_, hidden


@settings(max_examples=300, deadline=None)
@given(told=rounds(), level=st.sampled_from(LEVELS))
def test_each_quote_is_part_of_the_message_it_names_and_none_is_withheld(
    told: tuple[list[Message], list[Answer], frozenset[UUID]], level: object
) -> None:
    said, given_, hidden = told
    by_id = {one.id: one for one in said}
    heard = Heard(said, hidden)
    chosen = choosing.standing([one for one in given_ if one.message_id not in hidden])
    for share in ("review", "iro"):
        for group in choosing.groups(chosen, [], heard, share=share):
            for line in group.lines:
                for quote in line.quotes:
                    _check(cut(quote, level.characters), by_id, hidden)  # type: ignore[attr-defined]


def _check(quote: Quote, by_id: dict[UUID, Message], hidden: frozenset[UUID]) -> None:
    if quote.kind == "untraced":
        secret = [by_id[one].text for one in hidden]
        assert not any(words in quote.text for words in secret)
        return
    assert quote.source.message_id is not None
    where = by_id[quote.source.message_id]
    assert quote.text in where.text
    assert where.id not in hidden
    assert (quote.kind == "tapped") == (where.kind == "choice" and (quote.text == where.text or quote.cut))


@given(text=st.text(min_size=1, max_size=300), characters=st.integers(1, 120))
def test_a_cut_quote_is_the_beginning_of_the_message(text: str, characters: int) -> None:
    whole = Quote(text, "words", Heard([]).source(answer("home_best", text, 0, None, "iro", "said")))  # type: ignore[arg-type]
    short = cut(whole, characters)
    assert text.startswith(short.text)
    assert len(short.text) <= characters
    assert short.cut == (len(text) > characters)
