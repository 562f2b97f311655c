"""Every facet of a form that is compared, in the order findings come, with what is lawful of each.

What is lawful, and which finding anything else gives, stands in ``facets.toml``; docs/recheck.md shows it. A
facet without an entry there, or an entry without its comparison here, fails on import.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files

from zpj.model.codes import Code
from zpj.model.findings import Finding
from zpj.recheck.comparison.blank_cells import f07_written_outside
from zpj.recheck.comparison.calculation import s17_calculation
from zpj.recheck.comparison.cell_looks import f08_looks_different
from zpj.recheck.comparison.conditional_formats import s12_conditional_formats
from zpj.recheck.comparison.constants import f04_locked_content_changed
from zpj.recheck.comparison.formulas import f01_formula_typed_over, f02_formula_edited, f03_formula_deleted
from zpj.recheck.comparison.inputs import q05_formula_in_input, q06_out_of_bounds
from zpj.recheck.comparison.lines import s04_moved, s07_hidden_lines
from zpj.recheck.comparison.macros import s08_foreign_macros
from zpj.recheck.comparison.merges import s11_merges
from zpj.recheck.comparison.names import s16_names
from zpj.recheck.comparison.number_formats import f06_format_hides_value
from zpj.recheck.comparison.print_setup import s13_print_setup
from zpj.recheck.comparison.sheet_objects import s15_objects
from zpj.recheck.comparison.sheet_protection import s05_unprotected
from zpj.recheck.comparison.sheets import f04_instructions, s04_sheets, s07_hidden_sheets, s18_added_sheets
from zpj.recheck.comparison.stored_results import f05_stored_result_differs
from zpj.recheck.comparison.validation_facet import s06_validations
from zpj.recheck.comparison.views_and_windows import s14_views
from zpj.recheck.form_pair import FormPair

Comparison = Callable[[FormPair], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet: its name in ``facets.toml``, its comparison, what is lawful."""

    name: str
    compare: Comparison
    by_cell: bool
    """Whether it looks at cells one by one, which makes no sense where most of a form is not to be found."""
    lawful: str
    """In Chinese."""
    codes: tuple[Code, ...]
    """What anything else gives."""


_COMPARISONS: Mapping[str, Comparison] = {
    "sheets": s04_sheets,
    "moved_lines": s04_moved,
    "protection": s05_unprotected,
    "hidden_lines": s07_hidden_lines,
    "hidden_sheets": s07_hidden_sheets,
    "macros": s08_foreign_macros,
    "added_sheets": s18_added_sheets,
    "instructions": f04_instructions,
    "validations": s06_validations,
    "formulas_typed_over": f01_formula_typed_over,
    "formulas_edited": f02_formula_edited,
    "formulas_deleted": f03_formula_deleted,
    "constants": f04_locked_content_changed,
    "stored_results": f05_stored_result_differs,
    "number_formats": f06_format_hides_value,
    "blank_cells": f07_written_outside,
    "looks": f08_looks_different,
    "formulas_in_inputs": q05_formula_in_input,
    "bounds_of_inputs": q06_out_of_bounds,
    "merges": s11_merges,
    "conditional_formats": s12_conditional_formats,
    "print_setup": s13_print_setup,
    "views": s14_views,
    "objects": s15_objects,
    "names": s16_names,
    "calculation": s17_calculation,
}


def _facets() -> tuple[Facet, ...]:
    table = tomllib.loads((files("zpj.recheck.comparison") / "facets.toml").read_text(encoding="utf-8"))
    if table.keys() != _COMPARISONS.keys():
        raise KeyError(
            f"facets.toml and the comparisons differ: {sorted(table.keys() ^ _COMPARISONS.keys())}"
        )
    return tuple(
        Facet(
            name,
            compare,
            table[name]["by_cell"],
            table[name]["lawful"],
            tuple(map(Code, table[name]["codes"])),
        )
        for name, compare in _COMPARISONS.items()
    )


FACETS = _facets()
