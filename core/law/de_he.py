"""Hessen: its law on cooperation between municipalities (profile ``DE-HE``).

KGG is the *Gesetz über kommunale Gemeinschaftsarbeit*, HGO the *Gemeindeordnung*.
Transcribed from the table in checklist.md; nothing here is legal advice.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from core.effect import Form
from core.law.terms import Duties, Force, Profile, Provision, Supervision

_INFORMAL: Final = Duties(
    force=Force.POLITICAL,
    written=False,
    council=False,
    supervision=Supervision.NONE,
    publication=False,
    source="keine Form nach KGG § 2",
)

DE_HE: Final = Profile(
    name="DE-HE",
    representative=(
        "Gemeindevertretung",
        "Stadtverordnetenversammlung",
        "Kreistag",
        "Verbandsversammlung",
    ),
    others=(
        "Gemeindevorstand",
        "Magistrat",
        "Kreisausschuss",
        "Ausschuss",
        "Betriebskommission",
    ),
    forms=MappingProxyType(
        {
            Form.INFORMAL: _INFORMAL,
            Form.GUIDELINES: _INFORMAL,
            Form.WORKING_GROUP: Duties(
                force=Force.IF_ALL,
                written=True,
                council=True,
                supervision=Supervision.NONE,
                publication=False,
                source="KGG §§ 3, 4",
            ),
            Form.MANDATE: Duties(
                force=Force.AGREED,
                written=True,
                council=True,
                supervision=Supervision.NOTICE,
                publication=False,
                source="KGG §§ 24, 26",
            ),
            Form.DELEGATION: Duties(
                force=Force.AGREED,
                written=True,
                council=True,
                supervision=Supervision.APPROVAL,
                publication=True,
                source="KGG §§ 24, 26",
            ),
            Form.JOINT_AGENCY: Duties(
                force=Force.MAJORITY,
                written=True,
                council=True,
                supervision=Supervision.APPROVAL,
                publication=True,
                source="KGG §§ 29a, 29b",
            ),
            Form.SPECIAL_PURPOSE: Duties(
                force=Force.MAJORITY,
                written=True,
                council=True,
                supervision=Supervision.APPROVAL,
                publication=True,
                source="KGG § 2 (1)",
            ),
            Form.PRIVATE: Duties(
                force=Force.AGREED,
                written=True,
                council=True,
                supervision=Supervision.NONE,
                publication=False,
                source="KGG § 2 (2)",
            ),
        }
    ),
    provisions=(
        Provision(key="forms", source="KGG § 2 (1), (2)", clause="rulebook.form"),
        Provision(
            key="working_group_recommends",
            source="KGG §§ 3, 4 (2)",
            clause="effect.warning",
        ),
        Provision(
            key="binding_if_all_agree",
            source="KGG § 4 (1)",
            clause="effect.all_or_nothing",
        ),
        Provision(
            key="term_for_councils",
            source="KGG § 4 (1)",
            clause="rulebook.council_months",
        ),
        Provision(
            key="mandate_is_notified",
            source="KGG § 26",
            clause="condition.supervisory_notice",
            verified=False,
        ),
        Provision(
            key="delegation_is_approved",
            source="KGG § 26",
            clause="condition.supervisory_approval",
            verified=False,
        ),
        Provision(
            key="delegation_is_published",
            source="KGG § 26",
            clause="condition.publication",
            verified=False,
        ),
        Provision(
            key="successor_steps_in", source="KGG § 28", clause="organisation.succeed"
        ),
        Provision(key="quorum", source="HGO § 53 (1)", clause="rulebook.quorum"),
        Provision(
            key="second_call", source="HGO § 53 (2)", clause="rulebook.second_call"
        ),
        Provision(key="recusal", source="HGO § 25", clause="decision.recusal"),
        Provision(
            key="council_resolves",
            source="Besonderes Verwaltungsrecht, Rn. 37",
            clause="decision.council",
        ),
    ),
)
