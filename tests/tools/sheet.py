"""Reads an XLSX file with another library: prints what a test compares, a line each."""
import datetime
import sys

from openpyxl import load_workbook

book = load_workbook(sys.argv[1])
for sheet in book.worksheets:
    print(sheet.title, sheet.dimensions, sheet.freeze_panes, sheet.auto_filter.ref, bool(sheet.sheet_view.rightToLeft), sep="|")
    for row in sheet.iter_rows():
        for cell in row:
            assert cell.data_type != "f", f"{cell.coordinate} is a formula"
            assert cell.hyperlink is None, f"{cell.coordinate} is a link"
            if isinstance(cell.value, datetime.datetime):
                print(cell.coordinate, "day", cell.value.date(), cell.number_format, sep="|")
            elif cell.data_type == "n" and cell.value is not None:
                print(cell.coordinate, "number", cell.value, sep="|")
            elif cell.value is not None:
                print(cell.coordinate, "text", cell.value.replace("\n", "\\n"), sep="|")
    print("width", max((width.width for width in sheet.column_dimensions.values()), default=0), sep="|")
print("created", book.properties.created.isoformat(), sep="|")
