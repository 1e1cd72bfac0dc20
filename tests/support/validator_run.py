"""Runs inside the national validator's own environment: FOLDER of CSV files, YEAR the collection ends in; JSON out."""

import json
import logging
import sys
from pathlib import Path


def main(folder: str, year: str) -> None:
    """Print what each rule found: {"found": {code: {table: [child]}}, "done": [code], "broke": [code]}."""
    from lac_validator.lac_validator import LacValidator
    from lac_validator.rules.ruleset_utils import get_year_ruleset

    logging.disable(logging.CRITICAL)
    files = [
        {"name": path.name, "file_content": path.read_bytes(), "description": "This year"}
        for path in sorted(Path(folder).glob("*.csv"))
    ]
    metadata = {"collectionYear": year, "localAuthority": "E08000025"}
    ran = LacValidator(metadata=metadata, files=files, registry=get_year_ruleset(year))
    found: dict[str, dict[str, list[str]]] = {}
    for table, frame in ran.ds_results.items():
        if table == "metadata":
            continue
        for column in [name for name in frame.columns if name.startswith("ERR_")]:
            children = frame.loc[frame[column].eq(True), "CHILD"].tolist()
            found.setdefault(column.removeprefix("ERR_"), {})[table] = [str(child) for child in children]
    print(json.dumps({"found": found, "done": ran.dones, "broke": ran.fails}))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
