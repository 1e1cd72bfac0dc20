"""The page as sheets of sections, the same for every file: what stands where is decided here, how it looks is not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviews.pack.model import Face, Group, Line, Page, Promise, Quote, Sent, Version
from reviews.pack.scripts import direction, language
from reviews.pack.wording import Wording, day, moment
from storage.children import Child

ALOUD, KEPT, ANNEX = "aloud", "kept", "annex"


@dataclass(frozen=True, slots=True)
class Words:
    """A child's words as they are shown: `note` says how they were given, `lang` is BCP 47, `dir` ltr or rtl."""

    text: str
    lang: str
    dir: str
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A face the child tapped, always with its word."""

    face: str
    word: str
    when: str


@dataclass(frozen=True, slots=True)
class Answer:
    question: str
    words: tuple[Words, ...]
    note: str = ""
    picture: Picture | None = None
    last_time: Picture | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: words of ours, words of the child, or both."""

    text: str = ""
    words: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    note: str = ""
    answers: tuple[Answer, ...] = ()
    lines: tuple[str, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of paper: `kind` is aloud, kept or annex; banner and foot say on every page who may know it."""

    kind: str
    title: str
    banner: str
    foot: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]


class Sheets:
    """Lays out one page."""

    def __init__(self, page: Page, words: Wording) -> None:
        self.page, self.words = page, words
        read_back = {line.approved for group in (*page.aloud, *page.kept) for line in group.lines}
        self._marks_unread = len(read_back) > 1

    def both(self) -> list[Sheet]:
        """The sheets the reader may have: one, for whoever is not the child's IRO."""
        return [self.aloud(), self.kept()] if self.page.whole else [self.aloud()]

    def aloud(self) -> Sheet:
        """What may be said at the review: the child's words, and what was promised last time."""
        groups = self._groups(self.page.aloud) or [self._nothing(ALOUD)]
        return self._sheet(ALOUD, self._who(), [*groups, self._promises(with_views=False)])

    def kept(self) -> Sheet:
        """What the IRO alone may know: more words, the child's view of each promise, silence, and the code."""
        groups = self._groups(self.page.kept) or [self._nothing(KEPT)]
        rest = [self._promises(with_views=True), self._silence(), self._code()]
        return self._sheet(KEPT, self._more(), [*groups, *(one for one in rest if one)])

    def annex(self) -> Sheet:
        """Every version of every answer."""
        topics = dict.fromkeys(version.topic for version in self.page.annex)
        sections = [self._versions(topic) for topic in topics] or [self._nothing(ANNEX)]
        return self._sheet(ANNEX, self._who(), sections)

    def _sheet(self, kind: str, facts: Iterable[tuple[str, str]], sections: Iterable[Section | None]) -> Sheet:
        w = self.words
        return Sheet(
            kind, w(f"{kind}.title"), w(f"{kind}.banner"), w(f"{kind}.foot"), tuple(facts),
            tuple(section for section in sections if section is not None),
        )  # fmt: skip

    def _nothing(self, kind: str) -> Section:
        place = "no_views" if self.page.empty and kind != ANNEX else f"{kind}.nothing"
        return Section("", lines=(self.words(place),))

    def _groups(self, groups: Sequence[Group]) -> list[Section]:
        w = self.words
        return [
            Section(
                w.topic(group.topic),
                w("left_out", count=group.left_out) if group.left_out else "",
                tuple(self._answer(line) for line in group.lines),
            )
            for group in groups
        ]  # fmt: skip

    def _answer(self, line: Line) -> Answer:
        return Answer(
            self.words.question_words(line.question), self._said(line.quotes),
            self.words("not_read_back") if self._marks_unread and not line.approved else "",
            self._picture(line.face), self._picture(line.last_time, dated=True),
        )  # fmt: skip

    def _picture(self, face: Face | None, *, dated: bool = False) -> Picture | None:
        if face is None:
            return None
        when = f"{self.words('last_time')}, {moment(face.quote.source.at).split(',')[0]}" if dated else ""
        return Picture(face.face, self.words(f"faces.{face.face}"), when)

    def _said(self, quotes: Iterable[Quote]) -> tuple[Words, ...]:
        return tuple(self._words(quote) for quote in quotes)

    def _heard(self, sent: Sent) -> list[str]:
        """How long it is, and who has heard or seen it."""
        by = [self.words("heard", who=who, when=moment(at)) for who, at in sent.heard]
        return [*filter(None, [sent.length]), *(by or [self.words("not_heard")])]

    def _words(self, quote: Quote) -> Words:
        notes = [self.words(quote.kind)] if quote.kind != "words" else []
        english = self.words.in_english(quote.text) if quote.kind == "tapped" else ""
        notes += [self.words("in_english", label=english)] if english else []
        notes += self._heard(quote.sent) if quote.sent else []
        notes += [self.words("cut")] if quote.cut else []
        lang = language(quote.text, self.page.header.lang)
        return Words(quote.text, lang, direction(quote.text), ", ".join(notes), self.words.source(quote.source))

    def _promises(self, *, with_views: bool) -> Section:
        w, heading = self.words, "promises.heading_views" if with_views else "promises.heading"
        if not self.page.promises:
            return Section(w(heading), lines=(w("promises.nothing"),))
        heads = [w("promises.what"), w("promises.who"), w("promises.by")]
        heads.append(w("promises.says") if with_views else w("promises.state"))
        rows = tuple(self._promise(promise, with_views=with_views) for promise in self.page.promises)
        return Section(w(heading), table=Table(tuple(heads), rows))

    def _promise(self, promise: Promise, *, with_views: bool) -> tuple[Cell, ...]:
        last = Cell(self.words(f"promises.stands.{promise.state}"))
        if with_views:
            last = self._view(promise)
        return Cell(promise.plain), Cell(promise.owner), Cell(day(promise.due_on)), last

    def _view(self, promise: Promise) -> Cell:
        said = promise.last_view
        if said is None:
            return Cell(self.words("promises.not_asked"))
        view = self.words(f"promises.view.{said.view}")
        if said.quote is None:
            return Cell(self.words("promises.said_without", view=view, when=moment(said.at)))
        return Cell("" if said.quote.text == view else view, self._said([said.quote]))

    def _silence(self) -> Section:
        w, silence = self.words, self.page.silence
        topics = "; ".join(w.topic(code) for code in silence.not_asked)
        skipped = "; ".join(
            f"{w.question_words(question)} ({w.source(source)})" for _, question, source in silence.not_said
        )
        lines = [w("silence.not_asked", topics=topics)] if topics else []
        lines += [w("silence.not_said", what=skipped)] if skipped else []
        return Section(w("silence.heading"), lines=tuple(lines or [w("silence.nothing")]))

    def _code(self) -> Section | None:
        w, evidence = self.words, self.page.evidence
        if evidence is None:
            return None
        because = "; ".join(w(f"code.because.{step}") for step in evidence.suggestion.because)
        lines = [w("code.value", code=evidence.suggestion.code, because=because)]
        if evidence.sources:
            first, last = (moment(pick(s.at for s in evidence.sources)) for pick in (min, max))
            lines.append(w("code.evidence", count=evidence.answers, first=first, last=last))
        if not evidence.suggestion.settled:
            lines.append(w("code.if_there"))
        return Section(w("code.heading"), lines=tuple(lines))

    def _who(self) -> Iterable[tuple[str, str]]:
        w, header = self.words, self.page.header
        yield w("facts.child"), w("facts.child_value", age=header.age)
        yield w("facts.review"), self._review()
        yield w("facts.iro"), header.iro.full_name if header.iro else w("knows.no_iro")
        yield w("facts.given"), self._given()

    def _review(self) -> str:
        w, review = self.words, self.page.header.review
        if review is None:
            return w("facts.no_review")
        time = w("facts.review_time", time=review.start_time) if review.start_time else ""
        place = w("facts.review_place", place=review.format) if review.format else ""
        return w("facts.review_value", number=review.number, day=day(review.on), time=time, place=place)

    def _given(self) -> str:
        w, header = self.words, self.page.header
        if header.first_at is None or header.last_at is None:
            return w("facts.not_given")
        channels = ", ".join(w.channel(channel) for channel in header.channels)
        first, last = day(header.first_at), day(header.last_at)
        if first == last:
            return w("facts.given_once", first=first, channels=channels)
        return w("facts.given_value", first=first, last=last, channels=channels)

    def _more(self) -> Iterable[tuple[str, str]]:
        """What an IRO needs at the door, and nobody at the table has to read."""
        w, header = self.words, self.page.header
        child = header.child
        yield w("facts.reference"), _on_record(w, child)
        yield w("facts.status"), ", ".join(filter(None, (child.legal_status, child.placement)))
        yield w("facts.languages"), "; ".join(filter(None, (child.languages, child.communication_needs)))
        yield w("facts.knows"), w(f"knows.{header.knows}")
        yield w("facts.talk"), self._talk()
        if header.first_at:
            yield w("facts.read_back"), self._read_back()
        yield w("facts.helped"), self._helped()
        yield w("facts.advocate"), self._advocate()
        if header.review and (header.review.late or header.review.overdue(self.page.made_at.date())):
            yield w("facts.due"), day(header.review.due_by)
        if header.in_school_hours:
            yield w("facts.clash"), w("facts.clash_value")

    def _talk(self) -> str:
        talk = self.page.header.private_talk
        if talk is None:
            return self.words("facts.talk_none")
        return day(talk.spoke_on) if talk.spoke_on else self.words("facts.talk_not", reason=talk.reason)

    def _read_back(self) -> str:
        count = self.page.header.unapproved
        return self.words("facts.not_read_back", count=count) if count else self.words("facts.all_read_back")

    def _helped(self) -> str:
        w = self.words
        told = [
            w(
                f"facts.{'helped_by' if one.asked == 'helped' else one.asked}",
                text=one.quote.text,
                source=w.source(one.quote.source),
            )
            for one in self.page.header.helped
        ]
        return "; ".join(told) or w("facts.alone")

    def _advocate(self) -> str:
        w = self.words
        asked = [
            w(f"facts.advocate_{'done' if one.state == 'done' else 'open'}", text=one.quote.text,
              source=w.source(one.quote.source))
            for one in self.page.header.advocate
        ]  # fmt: skip
        return "; ".join(asked) or w("facts.advocate_none")

    def _versions(self, topic: str) -> Section:
        w = self.words
        heads = tuple(w(f"annex_heads.{name}") for name in ("question", "answer", "state"))
        rows = tuple(self._version(version) for version in self.page.annex if version.topic == topic)
        return Section(w.topic(topic), table=Table(heads, rows))

    def _version(self, version: Version) -> tuple[Cell, ...]:
        w = self.words
        state = w(f"states.{version.state}")
        if version.quotes:
            state = f"{state}; {w(f'shares.{version.share}')}"
        return (
            Cell(w.question_words(version.question)),
            Cell("" if version.quotes else f"– {w.source(version.source)}", self._said(version.quotes)), Cell(state),
        )  # fmt: skip


def _on_record(w: Wording, child: Child) -> str:
    return w(
        "facts.reference_value", first_name=child.first_name, reference=child.reference, born=day(child.birth_date)
    )
