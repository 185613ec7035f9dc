"""A year plan as a spreadsheet (Excel)."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from quorate.words.plan_rows import PlanRow, in_order
from quorate.words.translate import ENGLISH, N_, Translation

HEADS = (
    N_("Day"),
    N_("Until"),
    N_("What"),
    N_("Body"),
    N_("Clause"),
    N_("Sort"),
    N_("Note"),
)
WIDTHS = (14, 14, 48, 32, 40, 14, 48)
LONGEST_TITLE = 31
"""Letters that a sheet's name may have."""

NOT_IN_A_TITLE = re.compile(r"[\[\]:*?/\\]")
STAMPED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
OLDEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a file in an archive can bear."""


def sheet(
    rows: tuple[PlanRow, ...],
    *,
    name: str,
    at: datetime,
    say: Translation = ENGLISH,
) -> bytes:
    """
    Return the plan as a workbook of one sheet.

    `name` is the sheet's title, `at` the moment at which the plan was made, with its
    time zone; a moment without one raises `ValueError`. Rows without a day come last.
    The same rows give the same bytes.
    """
    if at.tzinfo is None:
        raise ValueError("a sheet needs to know in which time zone it was made")
    made = at.astimezone(UTC).replace(tzinfo=None)
    book = Workbook()
    book.properties.creator = "Quorate"
    book.properties.created = made
    page = book.active
    if not isinstance(page, Worksheet):
        raise TypeError(page)
    page.title = NOT_IN_A_TITLE.sub(" ", name)[:LONGEST_TITLE].strip("' ") or "Plan"
    for column, head in enumerate(HEADS, start=1):
        cell = page.cell(1, column, say(head))
        cell.font = Font(bold=True)
        page.column_dimensions[cell.column_letter].width = WIDTHS[column - 1]
    for number, row in enumerate(in_order(rows), start=2):
        _fill(page, number, row)
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    whole = BytesIO()
    book.save(whole)
    return _without_the_clock(whole.getvalue(), made)


def _fill(page: Worksheet, number: int, row: PlanRow) -> None:
    for column, day in enumerate((row.on, row.until), start=1):
        page.cell(number, column, day).number_format = "ddd d mmm yyyy"
    texts = (row.what, row.body, row.citation or row.clause, row.kind, row.note)
    for column, text in enumerate(texts, start=3):
        cell = page.cell(number, column)
        if isinstance(cell, Cell) and text:
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
            # Words that begin with '=' are words, and not for a sheet to work out.
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _without_the_clock(book: bytes, made: datetime) -> bytes:
    """Replace the times that were taken from the clock while the book was written."""
    stamp = f"{made:%Y-%m-%dT%H:%M:%SZ}".encode()
    whole = BytesIO()
    with ZipFile(BytesIO(book)) as taken, ZipFile(whole, "w", ZIP_DEFLATED) as given:
        for name in sorted(taken.namelist()):
            inside = taken.read(name)
            if name == "docProps/core.xml":
                inside = STAMPED.sub(rb"\g<1>" + stamp, inside)
            info = ZipInfo(name, OLDEST)
            info.compress_type = ZIP_DEFLATED
            given.writestr(info, inside)
    return whole.getvalue()
