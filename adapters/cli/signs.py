"""Signs: in words, what an examination found and what to do (*Befunde*)."""

from __future__ import annotations

from typing import Final

from adapters.cli.marks import N_
from adapters.health.findings import WELL, Finding, Sign

SENTENCES: Final = {
    Sign.SETTINGS_WELL: N_(
        "Environment: {count} variables of Faden, all of them known."
    ),
    Sign.VARIABLE_UNKNOWN: N_(
        "Environment: nobody reads {name}. Is {likely} meant? Please rename or remove "
        "it."
    ),
    Sign.VARIABLE_UNUSABLE: N_(
        "Environment: the value of {name} cannot be used. The handbook of operation "
        "(deploy/RUNBOOK.md) says what may stand there."
    ),
    Sign.VARIABLE_MISSING: N_(
        "Environment: {name} is missing, without which what is set for it does "
        "nothing. Please set it, or remove the others."
    ),
    Sign.PROXY_UNSAID: N_(
        "Environment: FADEN_URL begins with https, but FADEN_BEHIND_PROXY is not 1. "
        "If a proxy speaks https for Faden, please set it, so that cookies are secure."
    ),
    Sign.STORE_WELL: N_("Data: {where} can be read and holds {entries} entries."),
    Sign.STORE_CLOSED: N_("Data: {sentence}"),
    Sign.TIME_WELL: N_("Clock: {now}, as it should be: later than the last entry."),
    Sign.TIME_BEHIND: N_(
        "Clock: it is {seconds} seconds before the last entry, so nothing is taken. "
        "Please set the clock of this machine right (timedatectl set-ntp true)."
    ),
    Sign.TIME_APART: N_(
        "Clock: this machine and PostgreSQL are {seconds} seconds apart. Please set "
        "both clocks right (timedatectl set-ntp true)."
    ),
    Sign.VIEWS_BEHIND: N_(
        "Views: they are {entries} entries behind. A running Faden catches up; if it "
        "does not, look into its log and run faden rebuild."
    ),
    Sign.LEFT_LYING: N_("Left lying: {count}. faden stuck shows what and why."),
    Sign.SIGNED_WELL: N_("Checkpoints: signed up to entry {size}."),
    Sign.NEVER_SIGNED: N_(
        "Checkpoints: none yet. A running Faden signs at night; faden audit checkpoint "
        "does so now."
    ),
    Sign.SIGNED_LONG_AGO: N_(
        "Checkpoints: the last one ends at entry {size} of {entries}, days ago. Is "
        "Faden running at night? faden audit checkpoint signs now and says what is in "
        "the way."
    ),
    Sign.KEY_MISSING: N_(
        "Key of the log: {file} is missing, though the log was signed. Please put it "
        "back from its copy, or name its place in FADEN_LOG_KEY."
    ),
    Sign.KEY_OTHER: N_(
        "Key of the log: {file} is not the one with which the log was signed. Please "
        "put the right one back."
    ),
    Sign.KEY_NONE: N_(
        "Key of the log: {file} holds none, or may not be read. Please put it back "
        "from its copy, readable for the account of Faden."
    ),
    Sign.KEY_OPEN: N_(
        "Key of the log: others may read {file}. Please run: chmod 600 {file}"
    ),
    Sign.FOLDER_WELL: N_("Folder: {folder} is for its owner only."),
    Sign.FOLDER_OPEN: N_(
        "Folder: others may look into {folder}, where names and texts lie. Please run: "
        "chmod 700 {folder}"
    ),
    Sign.FOLDER_FOREIGN: N_(
        "Folder: {folder} or what lies in it belongs to another account. Please run "
        "Faden as that one, or change the owner (chown)."
    ),
    Sign.DISK_WELL: N_("Disk: {free} MB are free."),
    Sign.DISK_LOW: N_(
        "Disk: only {free} MB are free at {folder}. Please make room soon."
    ),
    Sign.DISK_FULL: N_(
        "Disk: only {free} MB are free at {folder}. Please make room now; before it is "
        "full Faden stops taking anything."
    ),
    Sign.RUNNING: N_("Process: Faden is running here."),
    Sign.NOT_RUNNING: N_(
        "Process: Faden is not running here. faden serve, or its service, starts it."
    ),
    Sign.SLACK_WELL: N_("Slack: connected with {team}."),
    Sign.SLACK_REFUSES: N_(
        "Slack: says no ({code}). Please install the app anew, set "
        "FADEN_SLACK_BOT_TOKEN, and start Faden again."
    ),
    Sign.SLACK_AWAY: N_(
        "Slack: {api} does not answer. Please check whether this machine may reach it; "
        "messages wait meanwhile."
    ),
    Sign.MAIL_WELL: N_("Mail: {server} takes letters from here."),
    Sign.MAIL_REFUSES: N_(
        "Mail: {server} does not accept the login ({code}). Please check "
        "FADEN_MAIL_USER and FADEN_MAIL_PASSWORD, and start Faden again."
    ),
    Sign.MAIL_OPEN: N_(
        "Mail: the line to {server} cannot be made safe ({why}), so nothing is sent. "
        "Please name a server in FADEN_MAIL_SERVER that offers STARTTLS or smtps and "
        "shows a certificate that this machine trusts."
    ),
    Sign.MAIL_AWAY: N_(
        "Mail: {server} does not answer ({why}). Please check FADEN_MAIL_SERVER and "
        "whether this machine may reach it; links wait meanwhile."
    ),
    Sign.OIDC_WELL: N_("Sign-in of your house: {name} answers and knows Faden."),
    Sign.OIDC_REFUSES: N_(
        "Sign-in of your house: {issuer} does not accept Faden. Please check "
        "FADEN_OIDC_CLIENT_ID and whether FADEN_OIDC_CLIENT_SECRET has run out, and "
        "start Faden again."
    ),
    Sign.OIDC_AWAY: N_(
        "Sign-in of your house: {issuer} does not answer as it should ({why}). Please "
        "check FADEN_OIDC_ISSUER and whether this machine may reach it; signing in by "
        "a link goes on."
    ),
    Sign.ENTRANCE_WELL: N_("Sign-in: {count} can sign in without help."),
    Sign.NO_WAY_IN: N_(
        "Sign-in: neither mail nor Slack nor a sign-in of your house is set up, so "
        "nobody can sign in without help. Please set FADEN_MAIL_SERVER and "
        "FADEN_MAIL_FROM; until then faden link PERSON makes a link here, and "
        "coordination gives them by hand on the page /mitglieder."
    ),
    Sign.NOBODY_KNOWN: N_(
        "Sign-in: it is set up, but nobody is known there, so nobody can sign in "
        "without help. Please enter mail addresses: coordination does so on the page "
        "/mitglieder, faden mail PERSON ADDRESS here."
    ),
    Sign.WITNESSED_WELL: N_("Witnesses: {count}, none of them is late."),
    Sign.WITNESSES_LATE: N_(
        "Witnesses: {late} of {count} have signed nothing for two weeks, though there "
        "are newer entries. The page /zeugen says up to where each did; please remind "
        "them, and hand in what they sign (faden audit cosign)."
    ),
}


def sentence(finding: Finding) -> str:
    """Return the sentence, an entry of the catalogue."""
    return SENTENCES[finding.sign]


def mark(finding: Finding) -> str:
    """Return what stands before it: well, worth knowing, wrong."""
    if finding.sign in WELL:
        return "✓"
    return "✗" if finding.is_grave else "!"
