"""Figures and places as a report shows them."""

from zpj.model.findings import Place
from zpj.recheck.report import FormReport
from zpj.texts import wording


def points(value: float | None) -> str:
    """Points with two decimals; a dash where there are none."""
    return _nothing() if value is None else f"{value:.2f}"


def signed(value: float | None) -> str:
    """A difference in points with its sign."""
    return _nothing() if value is None else f"{value:+.2f}"


def change(found: str | None, expected: str | None) -> str:
    """What the form shows and what it should show; just one of them where they agree."""
    shown, right = found or _nothing(), expected or _nothing()
    return right if shown == right else f"{shown} → {right}"


def spot(place: Place) -> str:
    """A cell as Excel's name box takes it, 自评表!H12; 表格 1 第14行第8列 in Word; else what there is."""
    between = "!" if place.cell.isascii() else " "
    return between.join(part for part in (place.sheet, place.cell) if part)


def label(form: FormReport) -> str:
    """What to call a form: its project, or the file where the form does not say."""
    return form.name or form.form or form.file


def _nothing() -> str:
    return str(wording("report")["none"]["value"])
