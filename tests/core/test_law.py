"""The law as data: every form, every line with its source."""

from __future__ import annotations

import pytest

from core.effect import BINDING, EffectKind, Form, Rule
from core.law import DE_HE, PROFILES, Force, Supervision, only_political


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_every_form_and_every_line_names_its_source(profile: object) -> None:
    assert profile is DE_HE
    assert set(DE_HE.forms) == set(Form)
    assert all(duties.source for duties in DE_HE.forms.values())
    assert all("§" in p.source or "Rn." in p.source for p in DE_HE.provisions)
    keys = [provision.key for provision in DE_HE.provisions]
    assert len(keys) == len(set(keys))


def test_a_majority_binds_exactly_where_the_effect_lets_it() -> None:
    majority = {f for f, d in DE_HE.forms.items() if d.force is Force.MAJORITY}
    assert majority == BINDING


def test_a_working_group_commits_itself_only_politically_unless_all_agree() -> None:
    each = Rule(EffectKind.EACH_FOR_ITSELF, form=Form.WORKING_GROUP)
    everybody = Rule(EffectKind.ALL_OR_NOTHING, form=Form.WORKING_GROUP)
    assert only_political(each, DE_HE)
    assert not only_political(everybody, DE_HE)
    assert only_political(Rule(EffectKind.ALL_OR_NOTHING), DE_HE)
    assert not only_political(
        Rule(EffectKind.EACH_FOR_ITSELF, form=Form.MANDATE), DE_HE
    )


def test_delegation_is_approved_and_mandating_only_notified() -> None:
    assert DE_HE.forms[Form.DELEGATION].supervision is Supervision.APPROVAL
    assert DE_HE.forms[Form.MANDATE].supervision is Supervision.NOTICE
