"""Kills engines at random moments of a run, or interrupts the run itself, and checks that nothing is lost or left behind (Linux).

    python3 tests/faults/faults.py kill-engines --kills 200
    python3 tests/faults/faults.py interrupt --times 100

Further arguments are those of `frameworkbench run`. Needs a built command line (./frameworkbench list). Exit code 1: something was lost, doubled, left behind or late.
"""

import argparse
import csv
import filecmp
import os
import pathlib
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "artifacts/bin/FrameworkBench.Cli/release/FrameworkBench.Cli.dll"
CAMPAIGN = ["and", "or", "iris", "--engine", "scratch", "sklearn", "--seeds", "30", "--no-timings", "--jobs", "2"]

# What an engine needs to start, on a busy machine.
START_SECONDS = 4

# Times and dates differ from run to run, and with them the page that holds all others and the sums of all files.
TIMES = {"times.csv", "SHA256SUMS", "environment.md", "run.json", "index.html"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["kill-engines", "interrupt"])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--gap", type=float, default=0.5, help="mean seconds between two kills")
    options, campaign = parser.parse_known_args()
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        campaign = Campaign(pathlib.Path(folder), campaign or CAMPAIGN)
        chance = random.Random(options.seed)
        problems = kill_engines(campaign, options.kills, options.gap, chance) if options.what == "kill-engines" else interrupt(
            campaign, options.times, chance)
    print("\n".join(problems) or "nothing was lost, doubled or left behind")
    return 1 if problems else 0


class Campaign:
    """Runs of the same experiments, each with temporary files in a folder of its own."""

    def __init__(self, folder, arguments):
        self.folder, self.arguments = folder, arguments
        self.temporary = folder / "tmp"
        self.temporary.mkdir()

    def start(self, store, results):
        command = ["dotnet", str(PROGRAM), "run", *self.arguments, "--replace",
                   "--store", str(self.folder / store), "--results", str(self.folder / results)]
        environment = {**os.environ, "TMPDIR": str(self.temporary), "OMP_WAIT_POLICY": "passive"}
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)

    def leftovers(self):
        """What a run left behind: files in its temporary folder, unfinished outcomes, living processes."""
        found = [f"temporary file {path}" for path in self.temporary.glob("frameworkbench-*")]
        found += [f"unfinished outcome {path}" for path in self.folder.rglob("*.unfinished")]
        return found + [f"process {engine} outlived its run" for engine in self.engines()]

    def engines(self):
        """Processes of engines that were started with this campaign's temporary folder."""
        mark = f"TMPDIR={self.temporary}\0".encode()
        for entry in os.listdir("/proc"):
            if entry.isdigit():
                try:
                    with open(f"/proc/{entry}/environ", "rb") as file:
                        environment = file.read() + b"\0"
                except OSError:
                    continue
                if mark in environment and b"FRAMEWORKBENCH_OWNER=" in environment:
                    yield int(entry)

    def stored(self, store):
        """Bytes of the segments of a store; they grow with every outcome."""
        return sum(file.stat().st_size for file in (self.folder / store).rglob("*.trials"))

    def trials(self, results):
        """Rows of the scores by what names a trial."""
        rows = []
        for file in sorted((self.folder / results).glob("*/scores.csv")):
            with open(file, encoding="utf-8", newline="") as text:
                rows += [tuple(row[key] for key in ("experiment", "dataset", "model", "engine", "split", "seed")) + (row["status"],)
                         for row in csv.DictReader(text)]
        return rows


def kill_engines(campaign, kills, gap, chance):
    """Runs until as many engines were killed; then once more, and compares with a run in which none was."""
    problems = []
    undisturbed = campaign.start("calm-store", "calm")
    print(f"undisturbed run: exit code {undisturbed.wait()}")
    expected = campaign.trials("calm")
    done, runs = 0, 0
    while done < kills:
        runs += 1
        store = f"store-{runs}"
        run = campaign.start(store, f"pages-{runs}")
        kept = 0
        while run.poll() is None and done < kills:
            # An engine that is killed three times in a row before it answers is given up for the run; that is another matter.
            wait_until(lambda: run.poll() is not None or campaign.stored(store) > kept, most=600)
            kept = campaign.stored(store)
            time.sleep(chance.expovariate(1 / gap))
            engines = [engine for engine in campaign.engines() if age(engine) > START_SECONDS]
            if engines and kill(chance.choice(engines)):
                done += 1
        code = run.wait()
        rows = campaign.trials(f"pages-{runs}")
        failed = sum(row[-1] == "failed" for row in rows)
        print(f"run {runs}: exit code {code}, {len(rows)} trials, {failed} failed, {done} engines killed so far")
        if code not in (0, 1):
            problems.append(f"run {runs} ended with exit code {code}: {run.stderr.read()}")
        problems += compare_trials(expected, rows, f"run {runs}")
        problems += campaign.leftovers()
        again = campaign.start(store, f"pages-{runs}")
        if again.wait() != 0:
            problems.append(f"the run after run {runs} ended with exit code {again.returncode}: {again.stderr.read()}")
        problems += [f"after run {runs}: {file} differs from the undisturbed run"
                     for file in differences(campaign.folder / "calm", campaign.folder / f"pages-{runs}")]
        problems += campaign.leftovers()
    return problems


def interrupt(campaign, times, chance):
    """Sends SIGINT, SIGTERM or SIGHUP at a random moment; the run must end within 2 s, with exit code 130 and nothing left."""
    problems, seconds = [], []
    for turn in range(times):
        number = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)[turn % 3]
        run = campaign.start(f"store-{turn}", f"pages-{turn}")
        wait_until(lambda: run.poll() is not None, chance.uniform(0.3, 6))
        if run.poll() is not None:
            continue
        start = time.monotonic()
        run.send_signal(number)
        code = run.wait()
        while list(campaign.engines()) and time.monotonic() < start + 10:
            time.sleep(0.01)
        seconds.append(time.monotonic() - start)
        name = signal.Signals(number).name
        if code != 130:
            problems.append(f"turn {turn}: {name}: exit code {code}: {run.stderr.read()}")
        if seconds[-1] > 2:
            problems.append(f"turn {turn}: {name}: everything was gone after {seconds[-1]:.1f} s")
        problems += [f"turn {turn}: {name}: {left}" for left in campaign.leftovers()]
    print(f"{len(seconds)} interruptions: median {statistics.median(seconds):.2f} s, longest {max(seconds):.2f} s")
    return problems


def wait_until(condition, most):
    end = time.monotonic() + most
    while not condition() and time.monotonic() < end:
        time.sleep(0.01)


def age(process):
    try:
        with open(f"/proc/{process}/stat", encoding="utf-8") as file:
            begun = int(file.read().rsplit(")", 1)[1].split()[19]) / os.sysconf("SC_CLK_TCK")
    except OSError:
        return 0
    return time.clock_gettime(time.CLOCK_BOOTTIME) - begun


def kill(process):
    try:
        os.kill(process, signal.SIGKILL)
        return True
    except ProcessLookupError:
        return False


def compare_trials(expected, found, run):
    names, others = [row[:-1] for row in expected], [row[:-1] for row in found]
    lost, doubled = set(names) - set(others), len(others) - len(set(others))
    return ([f"{run}: {len(lost)} trials were lost, such as {min(lost)}"] if lost else []) + (
        [f"{run}: {doubled} trials are there twice"] if doubled else [])


def differences(calm, other):
    files = {path.relative_to(root) for root in (calm, other) for path in root.rglob("*") if path.is_file() and path.name not in TIMES}
    return sorted(str(file) for file in files
                  if not ((calm / file).exists() and (other / file).exists() and filecmp.cmp(calm / file, other / file, shallow=False)))


if __name__ == "__main__":
    sys.exit(main())
