"""Which check-lists are suggested, and that each is worded with its source."""

from importlib.resources import files

from safeguarding.checklists import ALL_STEPS, STEPS, CheckList, suggested


def test_lists_follow_the_kind_of_concern():
    assert suggested(["radicalisation", "missing"]) == (CheckList.prevent, CheckList.missing_from_care)
    assert suggested(["physical_abuse"]) == ()
    assert suggested(["allegation_staff_or_carer"]) == (CheckList.lado,)


def test_a_concern_about_somebody_on_the_staff_list_is_one_for_the_lado():
    assert suggested(["physical_abuse"], about_staff=True) == (CheckList.lado,)


def test_every_step_is_worded_and_every_list_names_its_source():
    words = (files("portal") / "templates" / "checklist-words.html").read_text("utf-8")
    assert len(ALL_STEPS) == sum(map(len, STEPS.values())), "a step has one name"
    missing = [name for name in (*ALL_STEPS, *CheckList) if f'"{name}":' not in words]
    assert missing == []
