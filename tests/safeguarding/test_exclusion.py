"""An adult a worry may be about is found; one who is only to be told is not."""

import pytest

from safeguarding.exclusion import Hint, StaffName, hints, lado_hint, named_adults

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
        ("please tell Priya my dad hit me", set()),
        ("can you ask my iro to ring me, dad hit me", set()),
        ("my dad hit me", set()),
        ("the callumbine boys hit me", set()),
    ],
)
def test_named_adults(text, expected):
    assert named_adults(text, STAFF) == expected


def test_check_lists_are_offered_by_category():
    assert lado_hint({"allegation_staff_or_carer", "physical_abuse"})
    assert not lado_hint({"physical_abuse"})
    assert hints(["radicalisation", "missing"]) == (Hint.prevent, Hint.missing_from_care)
