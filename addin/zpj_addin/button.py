"""What a button is: an action on the workbook in front, and one message about it, whatever happens."""

import logging
from collections.abc import Callable
from typing import NamedTuple

import xlwings

from zpj.model.codes import Code
from zpj.model.errors import ZpjError
from zpj.model.findings import Place, finding
from zpj.recheck.annotate.marks import clipped
from zpj.texts import wording
from zpj_addin.addin_errors import ButtonRefused
from zpj_addin.message_box import problems_text

STATUS_BAR_TEXT = 250
"""Excel refuses texts of more than 255 characters there."""


class Message(NamedTuple):
    """What to tell the user: in a message box or, where that would be in the way, in the status bar."""

    text: str
    in_status_bar: bool = False


def run_button(action: Callable[[xlwings.Book], Message]) -> str:
    """Run ``action`` on the workbook in front and show its message; the text is returned as well."""
    # The caller is the workbook whose VBA asked: the add-in, not the form.
    app = xlwings.Book.caller().app
    mode = "critical"
    try:
        message, mode = action(_in_front(app)), "info"
    except ZpjError as error:
        message = Message(problems_text(error.findings))
    except Exception as error:
        # Whoever clicked the button can do nothing with a traceback; the log keeps it.
        logging.getLogger(__name__).exception("button")
        failed = wording("macros")["message"]["failed"].format(error=error)
        message = Message(failed + wording("addin")["message"]["still_failing"])
    if message.in_status_bar:
        app.status_bar = clipped(" ".join(message.text.split()), STATUS_BAR_TEXT)
    else:
        app.status_bar = False
        app.alert(message.text, wording("macros")["message"]["title"], mode=mode)
    return message.text


def _in_front(app: xlwings.App) -> xlwings.Book:
    try:
        book = app.books.active
        if book.name:
            return book
    except AttributeError:
        # Excel names none as active: none is open, or only hidden ones and such as may not be edited yet.
        pass
    raise ButtonRefused([finding(Code.M01, Place())])
