#!/usr/bin/env python3
"""Says how much of the harness and of the library from scratch the tests run, and fails where it is less than it must be.

    dotnet test --settings tests/coverage/coverage.runsettings --results-directory FOLDER
    python3 tests/coverage/coverage.py FOLDER [--files]

A line that one of the test projects ran counts, wherever others did not. With --files the least covered files follow.
"""
import argparse
import collections
import pathlib
import sys
import xml.etree.ElementTree as xml

LEAST_PERCENT = 90
FEW = 30


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--files", action="store_true")
    asked = arguments.parse_args()
    reports = sorted(asked.folder.rglob("*.cobertura.xml"))
    if not reports:
        sys.exit(f"{asked.folder}: no *.cobertura.xml here; run the tests with coverage.runsettings first")
    ran = lines_of(reports)
    print("| assembly | lines | run |\n|---|---:|---:|")
    shares = {assembly: percent(files) for assembly, files in sorted(ran.items())}
    for assembly, share in shares.items():
        print(f"| {assembly} | {sum(map(len, ran[assembly].values())):,} | {share:.1f} % |")
    if asked.files:
        show_least_covered(ran)
    low = [assembly for assembly, share in shares.items() if share < LEAST_PERCENT]
    if low:
        sys.exit(f"below {LEAST_PERCENT} %: {', '.join(low)}")


def lines_of(reports):
    """By assembly and file, whether each line ran."""
    ran = collections.defaultdict(lambda: collections.defaultdict(lambda: collections.defaultdict(bool)))
    for report in reports:
        for package in xml.parse(report).getroot().iter("package"):
            for part in package.iter("class"):
                # What a generator wrote, such as a regular expression, is nobody's to test.
                if not part.get("filename").endswith(".g.cs"):
                    for line in part.iter("line"):
                        ran[package.get("name")][part.get("filename")][line.get("number")] |= line.get("hits") != "0"
    return ran


def percent(files):
    lines = [hit for file in files.values() for hit in file.values()]
    return 100 * sum(lines) / len(lines)


def show_least_covered(ran):
    missed = [(sum(not hit for hit in lines.values()), len(lines), file) for files in ran.values() for file, lines in files.items()]
    for misses, lines, file in sorted(missed, reverse=True)[:FEW]:
        print(f"{misses} of {lines} lines of {file} did not run")


if __name__ == "__main__":
    main()
