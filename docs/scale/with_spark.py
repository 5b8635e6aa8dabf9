"""Asks `question.sql` of a dataset in Spark: `with_spark.py DATASET`. The seconds it took go to standard error, those of
starting Spark apart."""
import csv
import json
import pathlib
import sys
import time

from pyspark.sql import SparkSession

TYPES = {"string": "STRING", "integer": "BIGINT", "boolean": "BOOLEAN", "date": "DATE"}

folder = pathlib.Path(sys.argv[1])
question = pathlib.Path(__file__).with_name("question.sql").read_text(encoding="utf-8")
package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
start = time.monotonic()
session = SparkSession.builder.master("local[*]").appName("reservations").config("spark.ui.enabled", "false").getOrCreate()
session.sparkContext.setLogLevel("ERROR")
started = time.monotonic()
for resource in package["resources"]:
    columns = ", ".join(f"`{field['name']}` {TYPES[field['type']]}" for field in resource["schema"]["fields"])
    options = {"header": True, "multiLine": True, "quote": '"', "escape": '"', "mode": "FAILFAST"}
    session.read.schema(columns).options(**options).csv(str(folder / resource["path"])).createOrReplaceTempView(resource["name"])
rows = [tuple(row) for row in session.sql(question).collect()]
print(f"{time.monotonic() - started:.2f} s, and {started - start:.2f} s to start", file=sys.stderr)
csv.writer(sys.stdout).writerows([("body", "decade", "paragraph", "delegations"), *rows])
