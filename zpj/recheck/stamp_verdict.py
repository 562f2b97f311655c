"""What a stamp says of a form: whether it may be believed, and whether it is of today.

S02 the stamp itself, S03 template and rules, S20 the definition, S21 the year.
"""

from collections.abc import Iterator
from dataclasses import replace

from zpj.keys.stamp_signature import SealVerdict
from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, Severity, finding
from zpj.model.stamp import Stamp
from zpj.recheck.form_pair import FormPair
from zpj.recheck.identity import Definition, Identity
from zpj.recheck.issued_part import differences
from zpj.recheck.returned_file import Returned
from zpj.recheck.same_text import same_text
from zpj.rules import load_profile, profile_ids
from zpj.texts import wording
from zpj.texts.punctuation import listed
from zpj_generator.layout import FORMER_VERSION, TEMPLATE_VERSION
from zpj_generator.package.locked_content import locked_text

_REASONS = {
    SealVerdict.UNSIGNED: "no_seal",
    SealVerdict.UNKNOWN_SIGNER: "unknown_signer",
    SealVerdict.MISMATCH: "seal",
    SealVerdict.OLD_SEAL: "old_seal",
}
"""What speaks against a stamp, as keys of the texts."""
BELIEVED = (SealVerdict.VALID, SealVerdict.NO_KEY)
"""Without a key nothing speaks against a seal; ``seal_note`` says so."""


def s02_stamp_does_not_verify(returned: Returned, identity: Identity) -> Iterator[Finding]:
    """A stamp that is not as it was issued; silent about what cannot be known, see ``seal_note``."""
    if reason := _distrust(returned, identity):
        stamp = returned.stamp
        code, signer = (stamp.project, _shown_signer(stamp)) if stamp else ("", "")
        sheet = returned.hidden[0].sheet.name if returned.hidden else ""
        text = wording("recheck")["stamp"][reason].format(signer=signer)
        yield finding(Code.S02, Place(returned.file, code, sheet), found=text)


def s02_registry_differs(form: FormPair, identity: Identity) -> Iterator[Finding]:
    """The registry, which the buttons of a form go by, is not the one that was issued with this stamp."""
    stamp = form.returned.stamp
    if stamp is None or identity.stamped != form.project or not _is_current(stamp, form):
        return
    hidden = form.returned.hidden[0]
    if not same_text(hidden.entries.get("locked", ""), locked_text(form.issued.layout)):
        place = Place(form.returned.file, form.project.code, hidden.sheet.name)
        yield finding(Code.S02, place, found=wording("recheck")["stamp"]["other_registry"])


def s20_definition_revised(returned: Returned, identity: Identity) -> Iterator[Finding]:
    """A form as it was issued, whose definition was changed afterwards: nothing the filler could know."""
    stamped, today = identity.stamped, identity.today
    if identity.definition is Definition.REVISED and stamped and today:
        found = differences(stamped, today)
        yield finding(Code.S20, Place(returned.file, stamped.code), found=found)


def s21_other_year(returned: Returned, identity: Identity) -> Iterator[Finding]:
    """A form of the same project that was issued for another year."""
    stamped, today = identity.stamped, identity.today
    if identity.definition is Definition.OTHER_YEAR and stamped and today:
        place = Place(returned.file, stamped.code)
        yield finding(Code.S21, place, found=stamped.year, expected=today.year)


def s03_other_version(returned: Returned, identity: Identity) -> Iterator[Finding]:
    """A form by a template or a profile that is unknown here, or, a warning, by a superseded profile.

    What formulas the former template had is not known any more, so only who sealed it can vouch for them.
    """
    stamp, words = returned.stamp, wording("recheck")["stamp"]
    if stamp is None:
        return
    place = Place(returned.file, stamp.project)
    if stamp.template_version != TEMPLATE_VERSION and not is_vouched_former(stamp, identity):
        expected = TEMPLATE_VERSION
        yield finding(
            Code.S03, place, found=stamp.template_version, expected=expected, what=words["template_version"]
        )
    if stamp.profile not in profile_ids():
        known = listed(profile_ids())
        yield finding(Code.S03, place, found=stamp.profile, expected=known, what=words["profile"])
        return
    version = load_profile(stamp.profile).version
    if stamp.profile_version != version:
        what = words["profile_version"].format(profile=stamp.profile)
        other = finding(Code.S03, place, found=stamp.profile_version, expected=version, what=what)
        superseded = stamp.profile_version < version
        yield replace(other, severity=Severity.WARNING) if superseded else other


def is_vouched_former(stamp: Stamp, identity: Identity) -> bool:
    """Whether the form is by the former template and its seal is good."""
    return stamp.template_version == FORMER_VERSION and identity.seal is SealVerdict.VALID


def _distrust(returned: Returned, identity: Identity) -> str:
    """Why the stamp is not to be believed, as a key of the texts; empty where nothing speaks against it."""
    stamp = returned.stamp
    if len(returned.hidden) > 1:
        return "several"
    if stamp is None:
        return "damaged" if returned.hidden else ""
    if identity.seal not in BELIEVED:
        return _REASONS[identity.seal]
    project = identity.stamped
    if project is None or (project.profile != stamp.profile and stamp.profile in profile_ids()):
        return "no_definition"
    return "other_definition" if identity.definition is Definition.CONTRADICTED else ""


def _shown_signer(stamp: Stamp) -> str:
    """The fingerprint the stamp names; it may be any text."""
    return "".join(sign for sign in stamp.signer[:16] if sign.isalnum()) or "?"


def _is_current(stamp: Stamp, form: FormPair) -> bool:
    """Whether the form was issued by just the template and the rules it is checked with."""
    current = TEMPLATE_VERSION, form.profile.version
    return (stamp.template_version, stamp.profile_version) == current
