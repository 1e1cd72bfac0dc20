"""An adult a worry may be about is found; one who is only to be told is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeguarding.exclusion import StaffName, named_adults

STAFF = [
    StaffName("EXS-001", "Priya", "Larkhaven", role="iro", own_iro=True),
    StaffName("EXS-003", "Siân", "Pendrell", role="iro"),
    StaffName("EXS-010", "Callum", "Dunmorrow", role="duty_officer", on_duty=True),
    StaffName("EXS-012", "Rafiq", "Stonebury", preferred_name="Raf", role="duty_officer"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("priya hurt my arm", {"EXS-001"}),
        ("sian shouted at me and pushed me", {"EXS-003"}),
        ("Siân’s hands were on my neck", {"EXS-003"}),
        ("my iro makes me feel scared", {"EXS-001"}),
        ("the duty officer touched my leg", {"EXS-010"}),
        ("raf said not to tell", {"EXS-012"}),
        ("dont tell priya what he did", {"EXS-001"}),
        ("tell priya to stop touching me", {"EXS-001"}),
        ("i told priya that callum hit me", {"EXS-010"}),
        ("mr dunmorrow hit me", {"EXS-010"}),
        ("they said i cant stay on at football. can priya sort it", set()),
        ("can priya stop hurting me", {"EXS-001"}),
        ("please tell Priya my dad hit me", set()),
        ("can you ask my iro to ring me, dad hit me", set()),
        ("my dad hit me", set()),
        ("the callumbine boys hit me", set()),
    ],
)
def test_named_adults(text, expected):
    assert named_adults(text, STAFF) == expected


ON_FIRST_NAME_TERMS = [
    StaffName("EXS-006", "Beth", "Thistlewick", role="iro", own_iro=True),
    StaffName("EXS-007", "Marguerite", "Fenwold", role="iro_manager"),
    StaffName("EXS-012", "Rafiq", "Stonebury", role="duty_officer"),
    StaffName("EXS-020", "Clare", "Heaton", role="duty_officer"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lizzie hit me", {"EXS-006"}),
        ("maggie grabbed me", {"EXS-007"}),
        ("my i.r.o. touches me", {"EXS-006"}),
        ("rafik pushed me", {"EXS-012"}),
        ("margerite locked me in", {"EXS-007"}),
        ("thistlewik scares me", {"EXS-006"}),
        ("Rafqi's hand was on my leg", {"EXS-012"}),
        ("clair slapped me", {"EXS-020"}),
        ("the care staff locked me in my room", set()),
        ("he beats me on the heath", set()),
        ("bath time he watches me", set()),
    ],
)
def test_short_forms_and_slips_of_the_pen_are_the_same_person(text, expected):
    assert named_adults(text, ON_FIRST_NAME_TERMS) == expected


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        (["rafiq was in a mood", "i dont want to go"], "he hit me", {"EXS-012"}),
        (["rafiq was in a mood"], "my dad hit me and he shouted", set()),
        (["rafiq was in a mood"], "i want to die", set()),
        (["can you tell rafiq"], "he hit me", set()),
        (["rafiq was in a mood", "a", "b", "c"], "he hit me", set()),
    ],
)
def test_he_is_whoever_was_named_just_before(before, text, expected):
    assert named_adults(text, ON_FIRST_NAME_TERMS, before) == expected


@given(st.sampled_from([p for p in ON_FIRST_NAME_TERMS if len(p.first_name) >= 5]), st.data())
def test_one_wrong_letter_never_lets_an_adult_read_about_themselves(person, data):
    at = data.draw(st.integers(1, len(person.first_name) - 1))
    letter = data.draw(st.sampled_from("qxz"))
    name = person.first_name[:at] + letter + person.first_name[at + 1 :]
    assert person.ref in named_adults(f"{name} hit me", ON_FIRST_NAME_TERMS)
