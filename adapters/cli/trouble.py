"""Trouble: what a command could not do, as a sentence with the next step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from adapters.cli.marks import N_

if TYPE_CHECKING:
    from adapters.unopened import StoreError


class Trouble(Exception):  # noqa: N818  (a sentence for people, no malfunction)
    """Something did not work out; ``sentence`` is an entry of the catalogue."""

    def __init__(self, sentence: str, /, **facts: object) -> None:
        """Keep the sentence and what belongs into it."""
        super().__init__(sentence)
        self.sentence = sentence
        self.facts = facts


def not_founded(folder: Path | str) -> Trouble:
    """Return the trouble of a folder, or server, in which there is no region yet."""
    if isinstance(folder, Path) and folder.exists() and not folder.is_dir():
        return Trouble(
            N_("{folder} is not a folder. Please name another one with --data."),
            folder=folder,
        )
    return Trouble(
        N_(
            "There is no region in {folder} yet. Please found one with "
            "faden init --region NAME, or name another folder with --data."
        ),
        folder=folder,
    )


def of_store(error: StoreError) -> Trouble:
    """Return in words why a data folder cannot be opened."""
    from adapters import unopened as store

    if isinstance(error.where, str):
        return _of_server(error)
    match error:
        case store.StoreInUseError():
            sentence = N_(
                "{folder} is open in another process that does not answer. Please "
                "wait a moment, or end that process and try again."
            )
        case store.StoreNewerError():
            sentence = N_(
                "{folder} was written by a newer version of Faden. Please update "
                "Faden, or name another folder with --data."
            )
        case store.StoreCorruptError():
            sentence = N_(
                "faden.db in {folder} is damaged or not a database of Faden. Please "
                "put back your last backup, or name another folder with --data."
            )
        case store.StoreFullError():
            sentence = N_(
                "The disk that holds {folder} is full. Please make room and try again."
            )
        case store.StoreReadOnlyError():
            sentence = N_(
                "{folder} can only be read. Please mount its disk for writing or "
                "change its permissions, or name another folder with --data."
            )
        case store.NotAFolderError():
            sentence = N_(
                "{folder} is not a folder and could not be made one. Please name "
                "another one with --data."
            )
        case _:
            sentence = N_(
                "This account may not write in {folder}. Please change its "
                "permissions, or name another folder with --data."
            )
    return Trouble(sentence, folder=error.where)


def _of_server(error: StoreError) -> Trouble:
    from adapters import unopened as store

    match error:
        case store.StoreUnreachableError():
            sentence = N_(
                "PostgreSQL at {server} does not answer. Please start it, or mend "
                "FADEN_DATABASE."
            )
        case store.StoreRefusedError():
            sentence = N_(
                "PostgreSQL at {server} does not let Faden in: {reason}. Please mend "
                "name and password in FADEN_DATABASE, or its access rules."
            )
        case store.StoreNewerError():
            sentence = N_(
                "The region at {server} was written by a newer version of Faden. "
                "Please update Faden."
            )
        case store.StoreFullError():
            sentence = N_(
                "The disk of PostgreSQL at {server} is full. Please make room and "
                "try again."
            )
        case store.StoreReadOnlyError():
            sentence = N_(
                "PostgreSQL at {server} can only be read. Please name the server "
                "that takes writes in FADEN_DATABASE."
            )
        case store.StoreForbiddenError():
            sentence = N_(
                "The account may not write at {server}. Please grant it CREATE on the "
                "database, or let its owner start Faden once."
            )
        case _:
            sentence = N_(
                "What lies at {server} is not Faden's or is damaged. Please put back "
                "your last backup, or name another database in FADEN_DATABASE."
            )
    return Trouble(sentence, server=error.where, reason=error.detail)


def of_system(error: OSError) -> Trouble:
    """Return in words what the operating system refused."""
    where = error.filename or "–"
    match error:
        case FileNotFoundError():
            sentence = N_("There is no file {file}. Please check its name.")
        case IsADirectoryError():
            sentence = N_("{file} is a folder. Please name a file.")
        case PermissionError():
            sentence = N_(
                "This account may not use {file}. Please change its permissions."
            )
        case _:
            sentence = N_(
                "The system refused to use {file}: {reason}. Please check it and "
                "try again."
            )
    return Trouble(sentence, file=where, reason=error.strerror or type(error).__name__)
