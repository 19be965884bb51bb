"""A data folder that cannot be used is named, with what to do about it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from adapters.settings import (
    SLACK_API,
    MissingSettingError,
    SettingsError,
    behind_proxy,
    data_folder,
    port,
    slack,
    url,
)
from tests.adapters.cli.terminal import Terminal


def test_a_file_is_no_folder(terminal: Terminal) -> None:
    terminal.folder.write_text("")
    assert "is not a folder" in terminal.refused("people")
    assert "is not a folder" in terminal.refused("init", "--region", "R")


def test_a_damaged_database_is_named(founded: Terminal) -> None:
    (founded.folder / "faden.db").write_bytes(b"no database at all" * 100)
    assert "damaged" in founded.refused("people")


def test_a_folder_of_a_newer_version_is_named(founded: Terminal) -> None:
    with sqlite3.connect(founded.folder / "faden.db") as db:
        db.execute("UPDATE meta SET value = '999' WHERE name = 'schema version'")
    db.close()
    assert "newer version" in founded.refused("people")


def test_the_folder_comes_from_the_environment_or_lies_beside_the_code() -> None:
    assert data_folder({"FADEN_DATA": "/somewhere"}) == Path("/somewhere")
    assert data_folder({}).name == "data"


@pytest.mark.parametrize("said", ["x", "65536", "-1"])
def test_a_port_of_the_environment_must_be_one(said: str) -> None:
    with pytest.raises(SettingsError):
        port({"FADEN_PORT": said})


def test_a_proxy_is_there_only_when_somebody_says_so() -> None:
    assert not behind_proxy({})
    assert not behind_proxy({"FADEN_BEHIND_PROXY": "0"})
    assert behind_proxy({"FADEN_BEHIND_PROXY": "1"})
    with pytest.raises(SettingsError):
        behind_proxy({"FADEN_BEHIND_PROXY": "yes"})


def test_people_open_the_pages_under_a_name_or_where_they_are_served() -> None:
    assert url({"FADEN_URL": "https://faden.example/"}) == "https://faden.example"
    assert url({"FADEN_PORT": "9000"}) == "http://127.0.0.1:9000"
    with pytest.raises(SettingsError):
        url({"FADEN_URL": "faden.example"})


def test_slack_is_there_when_token_and_secret_are() -> None:
    assert slack({}) is None
    both = {"FADEN_SLACK_BOT_TOKEN": "xoxb-1", "FADEN_SLACK_SIGNING_SECRET": "s"}
    access = slack(both)
    assert access is not None
    assert (access.token, access.signing_secret, access.api) == (
        "xoxb-1",
        "s",
        SLACK_API,
    )
    assert "xoxb-1" not in repr(access)
    elsewhere = slack({**both, "FADEN_SLACK_API": "http://127.0.0.1:9/api"})
    assert elsewhere is not None
    assert elsewhere.api == "http://127.0.0.1:9/api/"
    with pytest.raises(SettingsError):
        slack({**both, "FADEN_SLACK_API": "slack.com"})


@pytest.mark.parametrize(
    "only, missing",
    [
        ("FADEN_SLACK_BOT_TOKEN", "FADEN_SLACK_SIGNING_SECRET"),
        ("FADEN_SLACK_SIGNING_SECRET", "FADEN_SLACK_BOT_TOKEN"),
        ("FADEN_SLACK_API", "FADEN_SLACK_BOT_TOKEN"),
    ],
)
def test_half_of_the_settings_for_slack_is_a_mistake(only: str, missing: str) -> None:
    with pytest.raises(MissingSettingError) as caught:
        slack({only: "https://x"})
    assert caught.value.name == missing
