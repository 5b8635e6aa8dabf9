"""Reads a dataset with other libraries: prints what is wrong with it, or how many rows each table has."""
import json
import pathlib
import sys

from frictionless import Package

folder = pathlib.Path(sys.argv[1])
package = Package(str(folder / "datapackage.json"))
report = package.validate()
for task in report.tasks:
    for error in task.errors:
        print(f"{task.name}: {error.message}", file=sys.stderr)
for error in report.errors:
    print(error.message, file=sys.stderr)
if not report.valid:
    sys.exit(1)

descriptor = json.loads((folder / "datapackage.json").read_text())
for resource in descriptor["resources"]:
    rows = package.get_resource(resource["name"]).read_rows()
    print(resource["name"], len(rows))
