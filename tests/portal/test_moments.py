"""Moments as staff read them, and the parts that pages share."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import jinja2
import pytest

from portal.moments import FILTERS, clock_time, days_before, long_day, short_day
from tests.support.prepared import NOW


@pytest.fixture
def parts() -> jinja2.Environment:
    environment = jinja2.Environment(loader=jinja2.PackageLoader("portal"), autoescape=True)
    environment.filters |= FILTERS
    environment.globals |= {"now": lambda: NOW}
    return environment


def said(parts: jinja2.Environment, source: str, **context: object) -> str:
    head = '{% from "parts.html" import when, on_day, quote, iro_only, how_said %}'
    return parts.from_string(head + source).render(**context)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 11, 21, 9, 0, tzinfo=UTC), "9am"), (datetime(2026, 11, 21, 16, 5, tzinfo=UTC), "4:05pm"),
        (datetime(2026, 11, 21, 12, 0, tzinfo=UTC), "midday"), (datetime(2026, 11, 21, 0, 0, tzinfo=UTC), "midnight"),
        (datetime(2026, 11, 21, 0, 30, tzinfo=UTC), "12:30am"), (datetime(2026, 7, 1, 9, 0, tzinfo=UTC), "10am"),
    ],
)  # fmt: skip
def test_a_time_is_londons(moment: datetime, words: str) -> None:
    assert clock_time(moment) == words


def test_a_day_is_londons_too() -> None:
    late_evening = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)  # half past midnight in London
    assert long_day(late_evening) == "Wednesday 1 July 2026"
    assert short_day(date(2026, 11, 3)) == "3 November 2026"
    assert days_before(late_evening, datetime(2026, 7, 1, 12, tzinfo=UTC)) == 0
    assert days_before(date(2026, 12, 1), date(2026, 11, 21)) == -10


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(), "today at midday"), (timedelta(days=1), "yesterday at midday"),
        (timedelta(days=2), "Thursday at midday"), (timedelta(days=7), "14 November 2026"),
        (-timedelta(days=1), "tomorrow at midday"), (-timedelta(days=9), "30 November 2026"),
    ],
)  # fmt: skip
def test_a_moment_is_words_and_exact_on_hover(parts: jinja2.Environment, ago: timedelta, words: str) -> None:
    html = said(parts, "{{ when(moment) }}", moment=NOW - ago)
    assert f">{words}</time>" in html
    assert f'title="{long_day(NOW - ago)}, midday"' in html


@pytest.mark.parametrize(("ahead", "words"), [(0, "today"), (1, "tomorrow"), (-1, "yesterday"), (12, "in 12 days")])
def test_a_day_is_words_and_exact_on_hover(parts: jinja2.Environment, ahead: int, words: str) -> None:
    assert f">{words}</time>" in said(parts, "{{ on_day(day) }}", day=NOW.date() + timedelta(days=ahead))


def test_a_childs_words_are_quoted_as_they_were_typed_and_can_do_nothing(parts: jinja2.Environment) -> None:
    html = said(parts, "{{ quote(text, 'Fin', at, 'web') }}", text="i  dont\nno <script>", at=NOW)
    assert ">i  dont\nno &lt;script&gt;</blockquote>" in html
    assert "Fin, <time" in html
    assert "in the web chat" in html


def test_what_only_the_iro_may_know_says_so_in_words(parts: jinja2.Environment) -> None:
    html = said(parts, "{% call iro_only() %}private{% endcall %}")
    assert "Only for the child’s IRO: not to be said at the review" in html
    assert 'class="iro-only"' in html
    assert "<svg" in html
    assert "private" in html
