"""退回通知: what each unit has to mend, form by form."""

from dataclasses import dataclass

from checker.outputs.order import in_order
from checker.report import FolderReport, FormReport
from zpj.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class ReturnedForm:
    """A form that goes back, and why."""

    form: FormReport
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """Everything one unit has to mend."""

    unit: str
    """Empty when the forms do not say."""
    forms: tuple[ReturnedForm, ...]

    @property
    def findings(self) -> int:
        """How many things there are to mend."""
        return sum(len(returned.findings) for returned in self.forms)


def form_of(finding: Finding, report: FolderReport) -> FormReport | None:
    """The form a finding about the set concerns: the one in its file, else the one of its 项目编号."""
    place = finding.place
    same_file = (form for form in report.forms if place.file and form.file == place.file)
    same_form = (form for form in report.forms if place.form and form.form == place.form)
    return next(same_file, None) or next(same_form, None)


def notices(report: FolderReport) -> list[Notice]:
    """One per unit in the order of the forms, for errors and warnings: a hint asks for nothing."""
    units: dict[str, list[ReturnedForm]] = {}
    about = [(form_of(entry, report), entry) for entry in report.findings]
    for form in report.forms:
        findings = [*form.findings, *(entry for concerned, entry in about if concerned is form)]
        if to_mend := tuple(entry for entry in in_order(findings) if entry.severity is not Severity.INFO):
            units.setdefault(form.unit, []).append(ReturnedForm(form, to_mend))
    return [Notice(unit, tuple(forms)) for unit, forms in units.items()]
