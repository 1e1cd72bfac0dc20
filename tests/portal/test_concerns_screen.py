"""The duty officer is told, on the page they work from, that the computer does not check as it should."""

from __future__ import annotations

import pytest

from portal.access import Role
from tests.portal.conftest import add_people, make_desk, running


@pytest.mark.parametrize("trouble", ["", "artefact/encoder.onnx is missing. Install this release again."])
async def test_a_screen_that_is_not_whole_stands_on_the_page_of_concerns(database, clock, trouble) -> None:
    people = add_people(database)
    async with running(make_desk(database, clock, screen_trouble=lambda: trouble), clock, people) as portal:
        client = await portal.signed_in(Role.DUTY_OFFICER)
        async with client.get("/staff/concerns") as answer:
            page = await answer.text()
    assert ("not checking messages as it should" in page) == bool(trouble)
    assert trouble in page
