"""The page and its annex as JSON for other systems. `docs/wishes-page.md` says what each field means."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from reviews.pack.model import Asked, Company, Face, Group, Line, Page, Promise, Quote, Source, Version

FORMAT_VERSION = 1


def page_json(page: Page) -> bytes:
    """UTF-8, indented; every child's word with its source; nothing about concerns."""
    return json.dumps(as_data(page), ensure_ascii=False, indent=2).encode()


def as_data(page: Page) -> dict[str, Any]:
    """The page as plain values: ids and moments as text (RFC 9562, ISO 8601 with their offset)."""
    return {
        "format": "my-iro wishes and feelings",
        "version": FORMAT_VERSION,
        "made_at": page.made_at.isoformat(),
        "since": page.since.isoformat() if page.since else None,
        "whole": page.whole,
        "child": _child(page),
        "review": _review(page),
        "iro": {"name": page.header.iro.full_name, "reference": page.header.iro.reference} if page.header.iro else None,
        "may_be_said": [_group(group) for group in page.aloud],
        "only_the_iro": [_group(group) for group in page.kept],
        "not_asked": list(page.silence.not_asked),
        "chose_not_to_say": [
            {"topic": topic, "question": question, "source": _source(source)}
            for topic, question, source in page.silence.not_said
        ],
        "promises": [_promise(promise) for promise in page.promises],
        "taking_part": _taking_part(page),
        "annex": [_version(version) for version in page.annex],
    }


def _child(page: Page) -> dict[str, Any]:
    header, child = page.header, page.header.child
    return {
        "reference": child.reference, "called": header.called, "first_name": child.first_name,
        "birth_date": child.birth_date.isoformat(), "age_at_review": header.age, "legal_status": child.legal_status,
        "placement": child.placement, "languages": child.languages, "communication_needs": child.communication_needs,
        "knows_iro": header.knows, "not_read_back": header.unapproved,
        "helped": [_company(one) for one in header.helped],
        "advocate": [_asked(asked) for asked in header.advocate],
    }  # fmt: skip


def _review(page: Page) -> dict[str, Any] | None:
    review, talk = page.header.review, page.header.private_talk
    if review is None:
        return None
    return {
        "reference": review.reference, "number": review.number, "on": review.on.isoformat(),
        "time": review.start_time, "place": review.format, "due_by": review.due_by.isoformat(),
        "held": review.held_on is not None, "in_school_hours": page.header.in_school_hours,
        "private_talk": talk and {
            "spoke_on": talk.spoke_on.isoformat() if talk.spoke_on else None, "reason": talk.reason,
        },
    }  # fmt: skip


def _taking_part(page: Page) -> dict[str, Any] | None:
    evidence = page.evidence
    if evidence is None:
        return None
    return asdict(evidence.suggestion) | {
        "answers": evidence.answers, "sources": [_source(source) for source in evidence.sources],
    }  # fmt: skip


def _group(group: Group) -> dict[str, Any]:
    return {"topic": group.topic, "answers": [_line(line) for line in group.lines]}


def _line(line: Line) -> dict[str, Any]:
    return {
        "question": line.question, "quotes": _quotes(line.quotes), "read_back": line.approved,
        "face": _face(line.face), "last_time": _face(line.last_time),
    }  # fmt: skip


def _face(face: Face | None) -> dict[str, Any] | None:
    return {"face": face.face, "quote": _quote(face.quote)} if face else None


def _promise(promise: Promise) -> dict[str, Any]:
    views = [
        {"view": said.view, "at": said.at.isoformat(), "quote": _quote(said.quote) if said.quote else None}
        for said in promise.views
    ]
    return {
        "number": promise.number, "kind": promise.kind, "told_as": promise.plain, "owner": promise.owner,
        "due_on": promise.due_on.isoformat(), "state": promise.state, "views": views,
    }  # fmt: skip


def _company(company: Company) -> dict[str, Any]:
    return {"asked": company.asked, "quote": _quote(company.quote)}


def _asked(asked: Asked) -> dict[str, Any]:
    return {"state": asked.state, "quote": _quote(asked.quote)}


def _version(version: Version) -> dict[str, Any]:
    return {
        "topic": version.topic, "question": version.question, "quotes": _quotes(version.quotes),
        "state": version.state, "share": version.share, "source": _source(version.source),
    }  # fmt: skip


def _quotes(quotes: Iterable[Quote]) -> list[dict[str, Any]]:
    return [_quote(quote) for quote in quotes]


def _quote(quote: Quote) -> dict[str, Any]:
    told = {"text": quote.text, "kind": quote.kind, "source": _source(quote.source)}
    if quote.sent is None:
        return told
    heard = [{"by": who, "at": at.isoformat()} for who, at in quote.sent.heard]
    return told | {"length": quote.sent.length, "heard": heard}


def _source(source: Source) -> dict[str, Any]:
    message = str(source.message_id) if source.message_id else None
    return {"message": message, "at": source.at.isoformat(), "channel": source.channel}
