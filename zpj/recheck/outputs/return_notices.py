"""退回通知: what each unit has to mend, form by form."""

from collections.abc import Callable
from dataclasses import dataclass

from zpj.model.findings import Finding, Severity
from zpj.recheck.outputs.finding_order import in_order
from zpj.recheck.report import FolderReport, FormReport


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


def notices(report: FolderReport) -> list[Notice]:
    """One per unit in the order of the forms, for errors and warnings: a hint asks for nothing."""
    units: dict[str, list[ReturnedForm]] = {}
    form_of = concerned(report)
    about = [(form_of(entry), entry) for entry in report.findings]
    for form in report.forms:
        findings = [*form.findings, *(entry for subject, entry in about if subject is form)]
        if to_mend := tuple(entry for entry in in_order(findings) if entry.severity is not Severity.INFO):
            units.setdefault(form.unit, []).append(ReturnedForm(form, to_mend))
    return [Notice(unit, tuple(forms)) for unit, forms in units.items()]


def concerned(report: FolderReport) -> Callable[[Finding], FormReport | None]:
    """Tells the form a finding about the set concerns: the one in its file, else the one of its 项目编号."""
    by_file = {form.file: form for form in report.forms}
    by_form = {form.form: form for form in report.forms if form.form}
    return lambda entry: by_file.get(entry.place.file) or by_form.get(entry.place.form)
