"""Asks `question.sql` of a dataset in DuckDB: `with_duckdb.py DATASET`. The seconds it took go to standard error."""
import csv
import json
import pathlib
import sys
import time

import duckdb

TYPES = {"string": "VARCHAR", "integer": "BIGINT", "boolean": "BOOLEAN", "date": "DATE"}

folder = pathlib.Path(sys.argv[1])
question = pathlib.Path(__file__).with_name("question.sql").read_text(encoding="utf-8")
package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
start = time.monotonic()
database = duckdb.connect()
for resource in package["resources"]:
    columns = {field["name"]: TYPES[field["type"]] for field in resource["schema"]["fields"]}
    path = str(folder / resource["path"])
    table = database.read_csv(path, header=True, columns=columns, na_values=[""], quotechar='"', escapechar='"')
    table.create_view(resource["name"])
rows = database.sql(question).fetchall()
print(f"{time.monotonic() - start:.2f} s", file=sys.stderr)
csv.writer(sys.stdout).writerows([("body", "decade", "paragraph", "delegations"), *rows])
