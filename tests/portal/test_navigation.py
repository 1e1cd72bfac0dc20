"""The navigation: one calm line for every role, and nothing more than two clicks away."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page as Screen

from portal import application
from portal.access import HOME, Role, allows
from portal.navigation import AREAS, MOST, navigation
from tests.portal.conftest import Exampleshire, Portal
from tests.portal.pages import assert_fit_for_everybody, open_as

LINK = re.compile(r'<a [^>]*href="(/staff/[^"#?]*)')
NO_PAGES = {"", "/", "/sign-in", "/sign-in/code", "/live", "/concerns/live", "/wishes.css"}
"""Before signing in, the way to the first page, or not for people."""


@pytest.mark.parametrize("role", Role)
def test_every_role_has_one_short_line(role: Role) -> None:
    line = navigation(role, HOME[role]).line
    assert 3 < len(line) <= MOST
    assert [one.active for one in line].count(True) == 1


@pytest.mark.parametrize("role", Role)
def test_nothing_stands_there_that_the_role_may_not_open(role: Role) -> None:
    may = {f"/staff{page.path}": page.may for page in application.pages() if page.method == "GET"}
    for place in (place for area in AREAS for place in area.places):
        assert place.may == may[place.href]
        for one in (*navigation(role, place.href).line, *navigation(role, place.href).beside):
            assert allows(role, may[one.href])


@pytest.mark.parametrize(
    ("role", "path", "open_there"),
    [
        (Role.IRO, "/staff/children/EXC-0001/agreement", "/staff/today"),
        (Role.IRO, "/staff/changes/1", "/staff/today"),
        (Role.IRO_MANAGER, "/staff/changes/1", "/staff/rota"),
        (Role.IRO_MANAGER, "/staff/figures/delivery", "/staff/figures"),
        (Role.IRO_MANAGER, "/staff/complaints/1", "/staff/complaints"),
        (Role.DUTY_OFFICER, "/staff/handover", "/staff/concerns"),
        (Role.BUSINESS_SUPPORT, "/staff/cards/number/EXC-0001", "/staff/cards"),
        (Role.DATA_PROTECTION, "/staff/me", None),
    ],
)  # fmt: skip
def test_a_page_belongs_where_it_was_opened_from(role: Role, path: str, open_there: str | None) -> None:
    found = navigation(role, path)
    assert [one.href for one in found.line if one.active] == ([open_there] if open_there else [])
    assert bool(found.beside) == (path == "/staff/figures/delivery")


@pytest.mark.parametrize("role", Role)
async def test_nothing_is_more_than_two_clicks_away(portal: Portal, role: Role) -> None:
    client = await portal.signed_in(role)
    wanted = {
        f"/staff{page.path}"
        for page in application.pages()
        if page.method == "GET" and allows(role, page.may) and "{" not in page.path and page.path not in NO_PAGES
    }
    found, edge = set[str](), {HOME[role]}
    for _ in range(2):
        links = set[str]()
        for path in edge:
            async with client.get(path) as answer:
                assert answer.status == 200, path
                links |= set(LINK.findall(await answer.text()))
        found, edge = found | edge, links - found - edge
    assert not wanted - found - edge


async def test_the_manager_finds_their_way_on_a_laptop_and_on_a_phone(exampleshire: Exampleshire, page: Screen) -> None:
    manager = exampleshire.log_in(Role.IRO_MANAGER).staff_id
    await open_as(page, exampleshire.address, exampleshire.desk, manager, "/figures")
    tops = await page.get_by_label("Pages").locator("li").evaluate_all("all => all.map(one => one.offsetTop)")
    assert len(tops) == 6
    assert len(set(tops)) == 1, "the navigation takes more than one line"
    await assert_fit_for_everybody(page)
    await page.set_viewport_size({"width": 390, "height": 844})
    await page.get_by_role("button", name="Menu").click()
    await page.get_by_role("link", name="Staff and rota").click()
    beside = page.get_by_role("navigation", name="Staff and rota")
    await beside.get_by_role("link", name="Change of IRO").click()
    await page.get_by_role("heading", name="Change of IRO", level=1).wait_for()
    assert await beside.locator("[aria-current=page]").inner_text() == "Change of IRO"
    await assert_fit_for_everybody(page)
