using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Pages;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Results;
using FrameworkBench.Scoring;
using FrameworkBench.Tests.Samples;
using FrameworkBench.Trials;
using FrameworkBench.Writing;

namespace FrameworkBench.Tests.Writing;

public partial class ResultsWriterTests
{
    private static readonly IReadOnlyList<ResultFile> Files = ResultsWriter.Make(SampleRun.Make());

    private static readonly Dictionary<string, IReadOnlyList<ResultFile>> FilesOf = new(StringComparer.Ordinal)
    {
        ["few tables"] = Files,
        ["many tables"] = SampleSuite.Files,
    };

    public static TheoryData<string> Samples => [.. FilesOf.Keys];

    [Fact]
    public void Every_file_is_as_approved() => ApprovedResults.Hold(Files);

    [Fact]
    public void The_same_run_gives_the_same_bytes() =>
        Assert.Equal(
            Files.Select(file => (file.Path, file.Text)), ResultsWriter.Make(SampleRun.Make()).Select(file => (file.Path, file.Text)));

    [Fact]
    public void Times_and_machine_show_on_no_accuracy_page()
    {
        var other = ResultsWriter.Make(SampleRun.Make(slowness: 7, processor: "Another CPU"))
            .ToDictionary(file => file.Path, file => file.Text);

        string[] changed = [.. Files.Where(file => other[file.Path] != file.Text).Select(file => file.Path)];

        Assert.Equal(
            ["timings/README.md", "timings/fit.svg", "environment.md", "gate/times.csv", "folds/times.csv", "index.html"], changed);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_file_ends_with_a_line_feed_and_has_no_carriage_return(string sample) =>
        Assert.All(FilesOf[sample], file =>
        {
            Assert.EndsWith("\n", file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain('\r', file.Text);
        });

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_picture_is_well_formed_and_no_id_occurs_in_two_of_them(string sample)
    {
        var ids = FilesOf[sample].Where(file => file.Path.EndsWith(".svg", StringComparison.Ordinal))
            .SelectMany(file => XDocument.Parse(file.Text).Descendants().Attributes("id").Select(id => id.Value))
            .ToList();

        Assert.NotEmpty(ids);
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_link_and_picture_of_a_page_leads_to_a_file_or_a_heading(string sample)
    {
        var pages = FilesOf[sample].ToDictionary(file => file.Path, file => file.Text);
        foreach (ResultFile page in FilesOf[sample].Where(file => file.Path.EndsWith(".md", StringComparison.Ordinal)))
        {
            foreach (Match link in Links().Matches(page.Text))
            {
                string[] target = link.Groups["target"].Value.Split('#');
                string path = target[0].Length == 0 ? page.Path : Resolved(page.Path, target[0]);
                if (path.StartsWith("docs/", StringComparison.Ordinal))
                    pages.TryAdd(path, File.ReadAllText(Path.Combine(RepositoryFiles.Root, path)));
                Assert.True(pages.ContainsKey(path), $"{page.Path} links to {path}, which is not written.");
                if (target.Length > 1)
                    Assert.Contains(
                        target[1],
                        Headings().Matches(pages[path])
                        .Select(heading => heading.Groups["text"].Value.ToLowerInvariant().Replace(' ', '-')));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_row_of_a_table_has_as_many_cells_as_its_heading(string sample)
    {
        foreach (ResultFile page in FilesOf[sample].Where(file => file.Path.EndsWith(".md", StringComparison.Ordinal)))
        {
            int cells = 0;
            foreach (string line in page.Text.Split('\n'))
            {
                int here = line.StartsWith('|') ? Bars().Count(line) : 0;
                Assert.True(cells == 0 || here == 0 || here == cells, $"{page.Path}: {line}");
                cells = here;
            }
        }
    }

    [Fact]
    public void The_ledger_as_data_has_every_verdict_with_the_known_words()
    {
        var verdicts = new List<string?>();
        foreach (ResultFile file in Files.Where(file => file.Path.EndsWith("/claims.json", StringComparison.Ordinal)))
        {
            using var claims = JsonDocument.Parse(file.Text);
            verdicts.AddRange(claims.RootElement.EnumerateArray().Select(claim => claim.GetProperty("verdict").GetString()));
        }

        Assert.Equal(SampleRun.Make().Verdicts.Count, verdicts.Count);
        Assert.Equal(["does_not_hold", "holds", "inconclusive", "not_judged"], verdicts.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_trial_is_one_line_of_data_whatever_its_reason_says()
    {
        var rows = CsvRows.Of(Text("gate/scores.csv"));

        Assert.Equal(96, rows.Count);
        Assert.Equal(
            [
                "experiment", "dataset", "model", "engine", "split", "seed", "train_rows", "validation_rows", "test_rows", "status",
                "reason",
                "accuracy", "log_loss", "macro_f1", "balanced_accuracy", "roc_auc", "brier", "ece", "loss@0", "loss@20",
                "table", "table_rows", "sample_of", "table_columns", "table_inputs", "table_task", "table_sha256",
                "epochs",
            ],
            rows[0].Keys);
        var times = CsvRows.Of(Text("gate/times.csv"));
        Assert.Equal(
            ["experiment", "dataset", "model", "engine", "split", "seed", "fit_seconds", "predict_seconds", "peak_bytes",
            "milliseconds_per_epoch"], times[0].Keys);
        Assert.Equal(rows.Select(Place), times.Select(Place));
        Assert.Equal("ValueError: expected 2 | found 3\n  at line 7", rows.Single(row => row["status"] == "failed")["reason"]);
        Assert.Equal(
            ["diverged", "done", "failed", "missing", "unsupported"],
            rows.Select(row => row["status"]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_trial_says_which_rows_it_had_and_of_which_table()
    {
        var rows = CsvRows.Of(Text("folds/scores.csv"));

        Assert.All(
            rows, row =>
                Assert.Equal(
                    ("8", "0", "4", "12", "2", "mixed", "regression"),
                    (row["train_rows"], row["validation_rows"], row["test_rows"], row["table_rows"], row["table_columns"],
                    row["table_inputs"], row["table_task"])));
        Assert.Equal(["line", "steep"], rows.Select(row => row["table"]).Distinct());
        Assert.Equal(["line", "steep"], rows.Select(row => row["table_sha256"]).Distinct());
    }

    [Fact]
    public void A_trial_on_a_sample_says_so()
    {
        Experiment experiment = SampleRun.Make().Experiments[0] with
        {
            Datasets = ["mnist"],
            Models = [SampleRun.Make().Experiments[0].Models[0]],
        };
        Dataset mnist = DatasetCatalog.Read(RepositoryFiles.Catalog).Load("mnist");
        Split split = new PublishedRows().Split(mnist)[0];
        var input = new TrialInput(mnist, split, experiment.Models[0].Preparation, Precision.Float32, PredictTraining: false);
        var trial = new Trial(experiment, experiment.Models[0], "mnist", "scratch", 0, 0);
        var result =
            TrialResult.Of(
                new PlannedTrial(trial, input, experiment.Models[0].Spec, new TrialKey(new string('0', 64))),
                Outcome.Without(TrialStatus.Missing, "not run yet"));
        RunResult run = SampleRun.Make() with { Experiments = [experiment], Results = [result], Verdicts = [] };

        var row = Assert.Single(CsvRows.Of(ResultsWriter.Make(run).Single(file => file.Path == "gate/scores.csv").Text));

        Assert.Equal(("mnist", "5000", "1000"), (row["dataset"], row["train_rows"], row["test_rows"]));
        Assert.Equal(("mnist_sample", "6000", "70000", "784"), (row["table"], row["table_rows"], row["sample_of"], row["table_columns"]));
    }

    [Fact]
    public void A_quick_run_says_that_it_is_one() =>
        Assert.Contains("quick run", ResultsWriter.Make(SampleRun.Make(profile: Profile.Quick))[0].Text, StringComparison.Ordinal);

    [Fact]
    public void An_engine_on_slow_kernels_is_reported_apart_from_a_slow_framework() =>
        Assert.Contains(
            "> ⚠ **sklearn** multiplies matrices at 3.9 GFLOP/s, the fastest engine here at 41.7.", Text("environment.md"),
            StringComparison.Ordinal);

    [Fact]
    public void A_report_without_times_leaves_those_of_the_run_before()
    {
        using var folder = new TemporaryFolder();
        string results = Path.Combine(folder.Path, "results");
        ResultsWriter.Write(SampleRun.Make(), results, [], whole: true);

        ResultsWriter.Write(SampleRun.Make() with { Timings = [] }, results, [], whole: true);

        Assert.Equal(Text("timings/README.md"), File.ReadAllText(Path.Combine(results, "timings/README.md")));
        Assert.True(File.Exists(Path.Combine(results, "timings", "fit.svg")));
    }

    [Fact]
    public void A_report_in_which_no_engine_ran_leaves_the_environment_of_the_run_before()
    {
        using var folder = new TemporaryFolder();
        string results = Path.Combine(folder.Path, "results");
        RunResult report = SampleRun.Make() with { Calibrations = new Dictionary<string, double?>(), Variables = null };
        ResultsWriter.Write(report, results, [], whole: true);
        string alone = File.ReadAllText(Path.Combine(results, "environment.md"));
        ResultsWriter.Write(SampleRun.Make(), results, [], whole: true);

        ResultsWriter.Write(report, results, [], whole: true);

        Assert.DoesNotContain("41.7", alone, StringComparison.Ordinal);
        Assert.Equal(Text("environment.md"), File.ReadAllText(Path.Combine(results, "environment.md")));
        Assert.Contains("  environment.md\n", File.ReadAllText(Path.Combine(results, "SHA256SUMS")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_describes_the_environment_of_the_engines_and_versions_of_its_runs()
    {
        using var folder = new TemporaryFolder();
        string results = Path.Combine(folder.Path, "results");
        RunResult run = SampleRun.Make();
        EngineStatus scratch = run.Engines.First(engine => engine.Available);
        EngineStatus later = scratch with { Hello = scratch.Hello! with { Version = "9.9" } };

        Assert.False(ResultsWriter.HasEnvironment(results, run.Engines));
        ResultsWriter.Write(run, results, [], whole: true);
        Assert.True(ResultsWriter.HasEnvironment(results, run.Engines));
        Assert.True(ResultsWriter.HasEnvironment(results, [scratch]));
        Assert.False(ResultsWriter.HasEnvironment(results, [later]));
        File.Delete(Path.Combine(results, "environment.md"));
        Assert.False(ResultsWriter.HasEnvironment(results, run.Engines));
    }

    [Fact]
    public void A_run_that_timed_nothing_describes_its_environment_without_matrix_products()
    {
        using var folder = new TemporaryFolder();
        string results = Path.Combine(folder.Path, "results");
        ResultsWriter.Write(SampleRun.Make(), results, [], whole: true);

        ResultsWriter.Write(
            SampleRun.Make() with { Timings = [], Calibrations = new Dictionary<string, double?>() }, results, [], whole: true);

        string page = File.ReadAllText(Path.Combine(results, "environment.md"));
        Assert.Contains("| engine | framework | version | built on |", page, StringComparison.Ordinal);
        Assert.DoesNotContain("GFLOP/s", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_and_verdicts_of_experiments_that_a_run_has_no_part_in_stay()
    {
        using var folder = new TemporaryFolder();
        string results = Path.Combine(folder.Path, "results");
        RunResult whole = SampleRun.Make();
        ResultsWriter.Write(whole, results, [], whole: true);
        Dictionary<string, string> before = Read(results);

        Experiment first = whole.Experiments[0];
        RunResult part = whole with
        {
            Experiments = [first],
            Results = [.. whole.Results.Where(result => result.Trial.Experiment.Name == first.Name)],
            Timings = [],
            Calibrations = new Dictionary<string, double?>(),
            Variables = null,
            Verdicts = [.. whole.Verdicts.Where(verdict => verdict.Experiment == first.Name)],
        };
        ResultsWriter.Write(part, results, [.. whole.Experiments.Skip(1).Select(OfMoreTables)], whole: false);

        Dictionary<string, string> after = Read(results);
        Assert.Equal(before.OrderBy(file => file.Key, StringComparer.Ordinal), after.OrderBy(file => file.Key, StringComparer.Ordinal));

        // As its file has it: the profile of the run narrows the tables down.
        static Experiment OfMoreTables(Experiment experiment) => experiment with
        {
            Datasets = [.. experiment.Datasets, "more"],
            DatasetsByProfile =
                new ByProfile<IReadOnlyList<string>>(experiment.Datasets, experiment.Datasets, [.. experiment.Datasets, "more"]),
        };

        static Dictionary<string, string> Read(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
    }

    [Fact]
    public void Verdicts_of_a_claim_that_was_changed_since_do_not_stay()
    {
        using var folder = new TemporaryFolder();
        string results = Path.Combine(folder.Path, "results");
        RunResult whole = SampleRun.Make();
        ResultsWriter.Write(whole, results, [], whole: true);
        Experiment second = whole.Experiments.First(experiment => experiment.Claims.Count > 0 && experiment != whole.Experiments[0]);
        Experiment changed = second with { Claims = [.. second.Claims.Select(claim => claim with { Says = "Something else." })] };

        ResultsWriter.Write(whole with
        {
            Experiments = [whole.Experiments[0]],
            Verdicts = [.. whole.Verdicts.Where(verdict => verdict.Experiment == whole.Experiments[0].Name)],
        }, results, [changed], whole: false);

        Assert.DoesNotContain(second.Claims[0].Says, File.ReadAllText(Path.Combine(results, "claims.md")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(results, second.Name, "README.md")));
    }

    [Fact]
    public void Folders_of_experiments_that_are_no_more_go_with_a_whole_run_only()
    {
        using var folder = new TemporaryFolder();
        string results = Path.Combine(folder.Path, "results");
        RunResult whole = SampleRun.Make();
        ResultsWriter.Write(whole, results, [], whole: true);
        Experiment first = whole.Experiments[0], second = whole.Experiments[1];
        RunResult part = whole with
        {
            Experiments = [first],
            Results = [.. whole.Results.Where(result => result.Trial.Experiment == first)],
            Verdicts = [],
        };

        ResultsWriter.Write(part, results, [], whole: false);
        bool afterPart = Directory.Exists(Path.Combine(results, second.Name));
        ResultsWriter.Write(part, results, [], whole: true);

        Assert.True(afterPart);
        Assert.False(Directory.Exists(Path.Combine(results, second.Name)));
        Assert.True(Directory.Exists(Path.Combine(results, first.Name)));
    }

    [Fact]
    public void Where_the_documentation_is_elsewhere_pages_name_it_without_a_link()
    {
        IReadOnlyList<ResultFile> files = ResultsWriter.Make(SampleSuite.Make() with { Documentation = null });

        Assert.DoesNotContain(files, file => file.Text.Contains("docs/", StringComparison.Ordinal));
        Assert.Contains("Details: statistics.", files.Single(file => file.Path == "many/README.md").Text, StringComparison.Ordinal);
    }

    private static string Place(IReadOnlyDictionary<string, string> row) => string.Join('/', row.Values.Take(6));

    // The results folder of the samples is beside the documentation.
    private static string Resolved(string page, string target)
    {
        string path =
            Path.GetRelativePath("/project", Path.GetFullPath(Path.Combine("/project/results", Path.GetDirectoryName(page)!, target)))
                .Replace('\\', '/');
        return path.StartsWith("results/", StringComparison.Ordinal) ? path["results/".Length..] : path;
    }

    private static string Text(string path) => Files.Single(file => file.Path == path).Text;

    [GeneratedRegex(@"(?<!\\)\]\((?<target>[^)]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex("(?m)^#+ (?<text>.+)$")]
    private static partial Regex Headings();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bars();
}
