"""Writes records of resolutions that never were: `generate.py FOLDER COUNT`. The same count gives the same records."""
import pathlib
import random
import sys

BODIES = ["Assembly of Harbours", "Committee on Tides", "Conference of Lighthouses", "Council of Ferries", "Congress of Canals"]
CODES = "AR AU BR CA CL CN DE EG ES FR GB GH HU ID IN IT JP KE KZ MX NG NO PE QA RU SA SE SN TR US ZA".split()
KINDS = ["reservation"] * 7 + ["dissociation", "interpretation", "explanation"]


def record(number: int) -> str:
    chance = random.Random(number)
    year, operative = chance.randint(1950, 2024), chance.randint(5, 40)
    codes = chance.sample(CODES, chance.randint(1, 9))
    names = "\n".join(f'{code} = "Delegation of {code}"' for code in codes)
    positions = []
    for code in codes:
        if chance.random() < 0.2:
            on = 'scope = "entire"'
        else:
            labels = sorted(chance.sample(range(1, operative + 1), chance.randint(1, 3)))
            on = "on = [" + ", ".join(f'"OP{label}"' for label in labels) + "]"
        kind = chance.choice(KINDS)
        positions.append(f'[[position]]\ndelegation = "{code}"\nkind = "{kind}"\n{on}\nsource = "record"\n')
    return f"""format = 1

[resolution]
id = "made-{number}"
symbol = "M/RES/{year}/{number}"
adopted = {year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}
by = "consensus"
preambular = {chance.randint(3, 25)}
operative = {operative}

[[source]]
id = "record"
title = "Record of meeting {number}"

[language.en]
title = "On matter {number}"
body = "{chance.choice(BODIES)}"

[language.en.delegations]
{names}

{"".join(positions)}"""


folder, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
for number in range(count):
    below = folder / f"{number // 1000:03}"
    below.mkdir(parents=True, exist_ok=True)
    (below / f"{number}.toml").write_text(record(number), encoding="utf-8")
