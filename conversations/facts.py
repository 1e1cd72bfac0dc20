"""The names the flows may use and the kinds of record, request and call that may come out of them.

`docs/facts.md` says what each one means; a test holds the two lists together.
"""

FACTS = frozenset(
    [
        "linked",
        "trust",
        "channel",
        "private_view",
        "age",
        "easy_read",
        "under_16",
        "name",
        "role",
        "authority",
        "invite",
        "web_address",
        "number_known",
        "iro",
        "iro_full",
        "iro_pronoun",
        "iro_phone",
        "iro_days",
        "iro_detail",
        "iro_initials",
        "iro_leaves",
        "iro_before",
        "iro_next",
        "iro_next_full",
        "iro_next_from",
        "iro_next_meet",
        "iro_next_with",
        "iro_next_shared",
        "touch_state",
        "touch_weeks",
        "touch_how",
        "touch_next",
        "iro_does_review",
        "iro_named",
        "iro_away",
        "iro_away_until",
        "deputy",
        "deputy_told",
        "reader",
        "iro_names",
        "iro_candidates",
        "manager",
        "manager_phone",
        "office_phone",
        "reply_by",
        "iro_back",
        "iro_here",
        "review_on",
        "review_time",
        "review_days",
        "review_overdue",
        "review_due",
        "officer",
        "officer_seen",
        "concern_open",
        "concern_level",
        "iro_hears",
        "find_asked",
        "human_here",
        "iro_talks",
        "iro_talks_told",
        "shared_device",
        "topics_done",
        "asked",
        "unapproved",
        "unchanged",
        "check_in_agreed",
        "check_in_usual",
        "review_in_school",
        "pathway",
        "left_care",
        "leaving_care_phone",
        "records_by",
        "next_office_day",
        "today",
    ]
)
"""What the service tells the engine on every step."""

COMPLAINT = frozenset(
    f"complaint_{it}"
    for it in ("to", "by", "words", "stage", "state", "kind", "next", "seen", "was", "who", "answer", "result", "on")
)
HAPPENED = (
    frozenset({"who", "job", "at", "how", "times", "moved", "held_on", "decisions", "number", "was_for", "new_day"})
    | {"new_time", "sent"}
    | COMPLAINT
)
"""What only a `Happened` brings with it."""

DECISION = frozenset(f"decision_{it}" for it in ("id", "number", "plain", "owner", "due", "asked", "wish", "why"))
CALLED = {
    "complaint": COMPLAINT,
    "my_complaint": COMPLAINT,
    "advocate": frozenset({"hear_by", "quick"}),
    "decision": DECISION | {"decisions_left"},
    "due_decision": DECISION,
    "promised": DECISION,
    "deadline": frozenset({"deadline"}),
    "decision_view": frozenset({"act_by"}),
    "places": frozenset({"place_web", "place_text", "place_telegram"}),
    "last_time": frozenset({"last_on", "last_decided", "last_missing"}),
    "contact_times": frozenset({"free_times", "number_ends", "meet_how"}),
    "contact_book": frozenset({"meet_minutes", "meet_phone"}),
    "contact_coming": frozenset({"meet_at", "meet_how"}),
    "contact_missed": frozenset({"meet_at", "meet_how"}),
    "contact_words": frozenset(),
    "contact_cancel": frozenset(),
    "contact_happened": frozenset(),
    "contact_someone": frozenset({"someone"}),
}
"""What the outcome of a call brings with it, for what is said at once."""

GIVEN = frozenset(
    [
        "band",
        "lang",
        "languages",
        "other_language",
        "emergency",
        "silent_key",
        "childline",
        "childline_name",
        "ombudsman",
        "ombudsman_site",
        "answers",
        "answers_read",
        "paused",
        "said",
        "at_day",
        "at_time",
    ]
)
"""What the engine itself puts beside the facts."""

RECORDS = frozenset(
    [
        "agreed",
        "name",
        "shared_device",
        "grown_up_near",
        "explained",
        "knowing",
        "told",
        "deputy_told",
        "change_told",
        "touch_proposed",
        "touch_agreed",
        "touch_refused",
        "touch_carer",
        "answer",
        "skipped",
        "share",
        "taken_out",
        "approved",
        "safety",
        "safe_to_write",
        "talk_choice",
        "no_reminders",
        "find_me",
        "not_me",
        "offer_declined",
        "unchanged",
        "helped",
        "school_hours",
        "feedback",
        "only_manager",
        "answer_at",
        "check_in",
        "check_in_rhythm",
        "to_iro",
        "iro_sees",
        "computer_asked",
        "stopped",
        "complaint",
        "advocate_offered",
        "advocate_heard",
        "rights_told",
        "problem",
    ]
)
REQUESTS = frozenset(
    {
        "contact",
        "message",
        "advocate",
        "complaint",
        "change_iro",
        "change_worker",
        "new_card",
        "wrong_person",
        "wrong_person_pushes",
        "leaving_care",
        "records",
        "interpreter",
    }
)
CALLS = frozenset({"prove", "add_only", "read_back", "my_name", "language", *CALLED})
