"""Whether the stamp of a form may be believed (S02), and whether its template and rules are known (S03)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, Severity, finding
from zpj.model.project import Project
from zpj.recheck.form_pair import FormPair
from zpj.recheck.identity import Identity
from zpj.recheck.returned_file import Returned
from zpj.recheck.same_text import same_text
from zpj.rules import load_profile, profile_ids
from zpj.texts import wording
from zpj_generator.layout import TEMPLATE_VERSION
from zpj_generator.package.hidden_sheet import locked_text


def s02_stamp_does_not_verify(
    returned: Returned, identity: Identity, definitions: Mapping[str, Project], key: bytes | None
) -> Iterator[Finding]:
    """A stamp that is not as it was issued; silent about what cannot be known, see ``seal_note``."""
    if reason := _distrust(returned, identity, definitions, key):
        code = returned.stamp.project if returned.stamp else ""
        sheet = returned.hidden[0].sheet.name if returned.hidden else ""
        yield finding(Code.S02, Place(returned.file, code, sheet), found=wording("recheck")["stamp"][reason])


def s02_registry_differs(form: FormPair, identity: Identity) -> Iterator[Finding]:
    """The registry, which the buttons of a form go by, is not the one that was issued with this stamp."""
    if not form.returned.hidden or identity.stamped != form.project or not _is_current(form):
        return
    hidden = form.returned.hidden[0]
    if not same_text(hidden.entries.get("locked", ""), locked_text(form.issued.layout)):
        place = Place(form.returned.file, form.project.code, hidden.sheet.name)
        yield finding(Code.S02, place, found=wording("recheck")["stamp"]["other_registry"])


def s03_other_version(returned: Returned) -> Iterator[Finding]:
    """A form by a template or a profile that is unknown here, or, a warning, by a superseded profile."""
    stamp, words = returned.stamp, wording("recheck")["stamp"]
    if stamp is None:
        return
    place = Place(returned.file, stamp.project)
    if stamp.template_version != TEMPLATE_VERSION:
        expected = TEMPLATE_VERSION
        yield finding(
            Code.S03, place, found=stamp.template_version, expected=expected, what=words["template_version"]
        )
    if stamp.profile not in profile_ids():
        known = "、".join(profile_ids())
        yield finding(Code.S03, place, found=stamp.profile, expected=known, what=words["profile"])
        return
    version = load_profile(stamp.profile).version
    if stamp.profile_version != version:
        what = words["profile_version"].format(profile=stamp.profile)
        other = finding(Code.S03, place, found=stamp.profile_version, expected=version, what=what)
        superseded = stamp.profile_version < version
        yield replace(other, severity=Severity.WARNING) if superseded else other


def _distrust(
    returned: Returned, identity: Identity, definitions: Mapping[str, Project], key: bytes | None
) -> str:
    """Why the stamp is not to be believed, as a key of the texts; empty where nothing speaks against it."""
    stamp = returned.stamp
    if len(returned.hidden) > 1:
        return "several"
    if stamp is None:
        return "damaged" if returned.hidden else ""
    if key is not None and not stamp.seal:
        return "no_seal"
    if key is not None and not stamp.is_sealed_by(key):
        return "seal"
    project = identity.stamped
    if project is None or (project.profile != stamp.profile and stamp.profile in profile_ids()):
        return "no_definition"
    issued = definitions.get(stamp.project)
    return "other_definition" if issued is not None and issued != project else ""


def _is_current(form: FormPair) -> bool:
    """Whether the form was issued by just the template and the rules it is checked with."""
    stamp = form.returned.stamp
    current = TEMPLATE_VERSION, form.profile.version
    return stamp is not None and (stamp.template_version, stamp.profile_version) == current
