"""What the model tells apart."""

LEVELS = ("none", "concern", "urgent")

CATEGORIES = (
    "allegation_staff_or_carer", "bullying", "domestic_abuse", "emotional_abuse", "exploitation_criminal",
    "exploitation_sexual", "harm_to_others", "honour_based", "hopelessness", "medical_emergency", "missing", "neglect",
    "online_harm", "physical_abuse", "placement_unsafe", "radicalisation", "self_harm", "sexual_abuse", "substance",
    "suicide", "trafficking", "weapon",
)  # fmt: skip
"""The kinds of harm, in the order of the encoder's scores. The rules know a few more (`retraction`, ...)."""
