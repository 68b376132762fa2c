#!/usr/bin/env python3
"""Makes small mistakes in statistics, splits, scores and verdicts, one at a time; the tests must notice each.

    python3 tests/mutations/mutations.py [--list] [WORD ...]

Words choose the mutants of files whose path contains one of them. All is done in a copy of the checkout: it is built once, and for each
mutant one library is compiled again and the test classes that it names are run. Ends with 1 if a mutant survives. mutants.toml has them.
"""
import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PRODUCT = pathlib.Path("src/FrameworkBench")
TESTS = pathlib.Path("tests/FrameworkBench.Tests")
BUILT_TESTS = pathlib.Path("artifacts/bin/FrameworkBench.Tests/release")
LIBRARY = "FrameworkBench.dll"
LONGEST_SECONDS = 300

# Words of the compiler's command line that ask for more than the library, and the analyzers that write a part of it.
NOT_NEEDED = ("/noconfig", "/embed:", "/features:", "/doc:", "/refout:", "/debug", "/nullable", "/warn", "/analyzer:", "/analyzerconfig:",
              "/additionalfile:")
GENERATORS = ("LibraryImportGenerator.dll", "SourceGeneration.dll", "RegularExpressions.Generator.dll")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--list", action="store_true", help="only list the mutants, and check that each can be made")
    arguments.add_argument("word", nargs="*", help="part of a file's path")
    asked = arguments.parse_args()
    mutants = [mutant for mutant in read() if not asked.word or any(word in mutant["file"] for word in asked.word)]
    if asked.list:
        print("\n".join(map(described, mutants)))
        return 0
    with tempfile.TemporaryDirectory(prefix="frameworkbench-mutations-") as folder:
        return 0 if all_are_noticed(Copy(pathlib.Path(folder)), mutants) else 1


def read():
    mutants = tomllib.loads((HERE / "mutants.toml").read_text(encoding="utf-8"))["mutant"]
    for mutant in mutants:
        count = (ROOT / PRODUCT / mutant["file"]).read_text(encoding="utf-8").count(mutant["text"])
        if count != 1:
            sys.exit(f"mutants.toml: {described(mutant)}: the text occurs {count} times; expected once")
    return mutants


def described(mutant):
    text, becomes = (" ".join(mutant[key].split()) for key in ("text", "becomes"))
    return f"{mutant['file']}: {text}  →  {becomes or '(nothing)'}"


def all_are_noticed(copy, mutants):
    # By the same compiler's command as each mutant: one that lost something would kill them all.
    copy.compile()
    if copy.test(sorted({name for mutant in mutants for name in mutant["tests"].split()})) != "passed":
        sys.exit("the tests do not pass without any mutant")
    survivors = []
    for number, mutant in enumerate(mutants, start=1):
        start = time.monotonic()
        end = copy.try_out(mutant)
        print(f"{number}/{len(mutants)} {end}, {time.monotonic() - start:.0f} s: {described(mutant)}", flush=True)
        if not end.startswith("killed"):
            survivors.append(f"{end}: {described(mutant)}")
    print("\n".join([f"{len(mutants)} mutants, {len(mutants) - len(survivors)} killed", *survivors]))
    return not survivors


class Copy:
    """A copy of the checkout, with what is not committed, and its tests built."""

    def __init__(self, folder):
        self.folder = folder
        for path in run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], ROOT).split("\0"):
            if path and (ROOT / path).is_file():
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / path, folder / path)
        run(["dotnet", "build", TESTS, "-c", "Release", "-p:RunAnalyzers=false", "-v", "q", "--nologo"], folder)
        self.compiler = self.find_compiler()

    def find_compiler(self):
        """The compiler's command line, which is quicker than the build around it. A build that finds nothing to do would not tell it."""
        (self.folder / PRODUCT / "FrameworkBench.csproj").touch()
        asked = run(["dotnet", "build", PRODUCT, "-c", "Release", "-p:RunAnalyzers=false", "--no-restore", "-t:PrepareResources;Compile",
                     "-p:BuildProjectReferences=false", "-p:ProvideCommandLineArgs=true", "-p:SkipCompilerExecution=true",
                     "-getItem:CscCommandLineArgs", "-getProperty:RoslynTargetsPath"], self.folder)
        answer = json.loads(asked[asked.index("{"):])
        words = [item["Identity"] for item in answer["Items"]["CscCommandLineArgs"]]
        response = self.folder / "compile.rsp"
        needed = [word for word in words if not word.startswith(NOT_NEEDED) or word.endswith(GENERATORS)]
        response.write_text("\n".join(word if " " not in word else f'"{word}"' for word in [*needed, "/nullable:annotations", "/warn:0"]))
        return ["dotnet", f"{answer['Properties']['RoslynTargetsPath']}/bincore/csc.dll", "-noconfig", "-shared", f"@{response}"]

    def try_out(self, mutant):
        path = self.folder / PRODUCT / mutant["file"]
        sound = path.read_text(encoding="utf-8")
        path.write_text(sound.replace(mutant["text"], mutant["becomes"]), encoding="utf-8")
        try:
            self.compile()
            end = self.test(mutant["tests"].split())
            return "SURVIVED" if end == "passed" else f"killed ({end})"
        except subprocess.CalledProcessError as error:
            return f"DOES NOT COMPILE ({next((line for line in error.stdout.splitlines() if 'error' in line), error.stdout)})"
        finally:
            path.write_text(sound, encoding="utf-8")

    def compile(self):
        run([*self.compiler, f"-out:{self.folder / BUILT_TESTS / LIBRARY}"], self.folder / PRODUCT)

    def test(self, classes):
        chosen = [part for name in classes for part in ("-class", f"*.{name}")]
        words = ["dotnet", self.folder / BUILT_TESTS / "FrameworkBench.Tests.dll", "-noColor", "-noLogo", *chosen]
        try:
            ended = subprocess.run(words, cwd=self.folder, text=True, capture_output=True, timeout=LONGEST_SECONDS, check=False)
        except subprocess.TimeoutExpired:
            return "does not end"
        if "Total: 0" in ended.stdout:
            sys.exit(f"there are no tests in {' '.join(classes)}")
        return "passed" if ended.returncode == 0 else f"{ended.stdout.count('[FAIL]')} failed"


def run(words, folder):
    """What a command writes, once it has succeeded."""
    ended = subprocess.run(words, cwd=folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if ended.returncode != 0:
        raise subprocess.CalledProcessError(ended.returncode, words, ended.stdout)
    return ended.stdout


if __name__ == "__main__":
    sys.exit(main())
