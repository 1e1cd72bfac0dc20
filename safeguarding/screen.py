"""The safeguarding screen: one message in, how fast a human must read it and why out. It never raises."""

import logging
from collections.abc import Sequence, Set
from dataclasses import replace
from pathlib import Path

from safeguarding.context import ADDS_UP, child_said, in_context
from safeguarding.matching import Matcher
from safeguarding.model.artefact import ModelBroken, here
from safeguarding.model.judging import Model
from safeguarding.readable import LONGEST, readable
from safeguarding.rulebook import Rulebook, RulesBroken, read
from safeguarding.screening import READS_LIKE, READS_LIKE_AFTER, Earlier, Level, Reason, Screen, Screening
from safeguarding.standing import UNREADABLE, Judge, Standing, unjudged

__all__ = ["RulesBroken", "broken", "load"]

log = logging.getLogger(__name__)
_SCORES = {Level.none: 0.0, Level.look: 0.4, Level.concern: 0.7, Level.urgent: 0.95}
_JUDGED_AT_MOST = 20_000
_LATIN = ("en", "und")
_NEVER_LOWERED = frozenset({"retraction", UNREADABLE, "how_safe", "not_sure_safe", "not_safe_now"})


def load(artefact: Path | None = None) -> Screen:
    """The screen with the rules and the model of this release.

    Raises RulesBroken with one line when the rules cannot be used. Without its model the screen goes by the rules,
    says so, and sends every message to a human.
    """
    book = read()
    matcher = Matcher(book)
    try:
        model = Model(artefact or here(), book.spelling)
    except ModelBroken as error:
        log.critical("The screen runs without its model, and every message goes to a human: %s", error)
        return Standing(_unaided(matcher, str(error)), book.version, str(error))
    return Standing(_judge(matcher, model, f"{book.version}+{model.version}"), book.version)


def by_rules() -> Screen:
    """The screen with its rules alone, for trying a rule."""
    matcher = Matcher(read())
    return Standing(_judge(matcher, None, matcher.book.version), matcher.book.version)


def broken(reason: str) -> Screen:
    """A screen for when the rules are broken: every message goes to a human, and says so."""

    def to_a_human(text: str, earlier: Sequence[Earlier] = ()) -> Screening:  # noqa: ARG001
        return unjudged("error", reason)

    return Standing(to_a_human, "", reason)


def _unaided(matcher: Matcher, why: str) -> Judge:
    """The rules without the model: what they do not raise goes to a human all the same."""
    by_rules = _judge(matcher, None, matcher.book.version)

    def judge(text: str, earlier: Sequence[Earlier]) -> Screening:
        found = by_rules(text, earlier)
        reason = Reason("model_missing", why, UNREADABLE, Level.concern)
        return _screening([*found.because, reason], False, found.language, found.rules_version)

    return judge


def urgent_rules(book: Rulebook) -> Set[str]:
    """The rules that a guard may have lowered once."""
    return frozenset(rule.id for rule in book.rules if rule.level is Level.urgent)


def _judge(matcher: Matcher, model: Model | None, version: str) -> Judge:
    kept = urgent_rules(matcher.book)

    def judge(text: str, earlier: Sequence[Earlier]) -> Screening:
        judged = text if len(text) <= _JUDGED_AT_MOST else text[:_JUDGED_AT_MOST] + "\n" + text[-LONGEST:]
        can = readable(text, matcher.plain(judged))
        reasons = in_context(matcher.reasons, judged, earlier)
        if not can:
            reasons.append(Reason(UNREADABLE, can.why, UNREADABLE, Level.concern))
        asked = model if can.language in _LATIN and not matcher.only_sayings(judged) else None
        if asked is not None and not _settled(reasons, judged, kept):
            reasons = _as_it_reads(asked, judged, earlier, reasons, kept)
        return _screening(reasons, bool(can), can.language, version)

    return judge


def _settled(reasons: Sequence[Reason], text: str, kept: Set[str]) -> bool:
    """Whether a rule has said urgent that nothing may lower: no time is spent on asking more."""
    return any(r.level is Level.urgent and lowered(r, text, kept) is r for r in reasons)


def _as_it_reads(
    model: Model, text: str, earlier: Sequence[Earlier], by_rules: Sequence[Reason], kept: Set[str]
) -> list[Reason]:
    """The reasons of the rules and what the model makes of the whole."""
    found = model.judge(text, child_said(earlier))
    if found.ordinary:
        return [reason for reason in (lowered(r, text, kept) for r in by_rules) if reason.level > Level.none]
    if found.level is Level.none:  # small signs add up only where the whole is more than ordinary talk
        return [replace(r, level=Level.look) if r.rule == ADDS_UP else r for r in by_rules]
    rule = READS_LIKE_AFTER if found.after_others else READS_LIKE
    return [*by_rules, Reason(rule, found.quote, found.category, found.level, found.like)]


def lowered(reason: Reason, text: str, kept: Set[str]) -> Reason:
    """The reason as it counts in what reads like ordinary talk without any doubt: lowered by one, a small sign to none.

    Never lowered: a phrase that is half of the message or more, a taking back, an answer to a question about safety, a
    row of emoji (the model only knows words), and an urgent rule (`kept`) that a guard has lowered already.
    """
    phrase = 2 * len(reason.quote.split()) >= len(text.split()) or not any(c.isalpha() for c in text)
    guarded_before = reason.level is Level.concern and reason.rule in kept
    never = bool({reason.category, reason.rule} & _NEVER_LOWERED)
    if (phrase and reason.rule != ADDS_UP) or guarded_before or never:
        return reason
    return replace(reason, level=Level(max(reason.level - 1, Level.none)))


def _screening(reasons: Sequence[Reason], can: bool, language: str, version: str) -> Screening:
    ordered = tuple(sorted(reasons, key=lambda reason: -reason.level))
    level = max((reason.level for reason in ordered), default=Level.none)
    return Screening(
        level=level,
        score=_score(level, ordered),
        categories=tuple(dict.fromkeys(reason.category for reason in ordered)),
        because=ordered,
        readable=can,
        language=language,
        rules_version=version,
    )


def _score(level: Level, reasons: Sequence[Reason]) -> float:
    """Between 0 and 1: the level, and a little more for every further reason."""
    more = 0.01 * max(len(reasons) - 1, 0)
    return round(min(_SCORES[level] + min(more, 0.05), 1.0), 3)
