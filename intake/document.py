"""The body of a Word document as a reader sees it: paragraphs and tables, in order.

One pass over the part. Text that was inserted with changes tracked counts, deleted text does not; of
alternative contents the fallback counts; text boxes, content controls and formulas are read where they stand.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Union

from workbooks.limits import Limits
from workbooks.markup import End, Start, parse, qualified
from workbooks.refusal import Measure, too_large

WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
"""The namespace of text documents, transitional and strict."""
MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
