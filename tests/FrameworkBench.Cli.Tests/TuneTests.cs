using System.Diagnostics;
using System.Globalization;
using System.Text;
using FrameworkBench.Trials.Storing;

namespace FrameworkBench.Cli.Tests;

/// <summary>The settings of models searched through the real program, on the engine that is always there.</summary>
public sealed class TuneTests : IDisposable
{
    private const string Spaces = """
        realmlp:
          learning_rate: {log_uniform: [1e-3, 0.1]}
          epochs: {choice: [9]}
          hidden: {repeat: {whole: [2, 9]}, times: {whole: [1, 2]}}
        forest: {trees: {whole: [5, 10]}}
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_table_gets_a_page_all_candidates_and_an_experiment_that_run_accepts()
    {
        string table = WriteTable();
        string spaces = folder.Write("spaces.yaml", Spaces);

        Invocation tuned = await TuneAsync("--table", table, "--target", "kind", "--space", spaces, "--trials", "4", "--folds", "2");
        Invocation ran =
            await Invocation.RunAsync(
                "run", folder["results/own-tuning/own-tuned.yaml"], "--data", folder.Root, "--engine", "scratch", "--no-timings",
                "--seeds", "1", "--store", folder["store"], "--results", folder["again"]);

        Assert.True(tuned.ExitCode == 0, tuned.Output + tuned.Errors);
        Assert.Contains("search 16/16 trials", tuned.Output, StringComparison.Ordinal);
        Assert.Contains("Of the tuned models and their defaults on own,", tuned.Output, StringComparison.Ordinal);
        Assert.Contains("## Search result", await ReadAsync("results/own-tuning/README.md"), StringComparison.Ordinal);
        Assert.Equal(
            1 + 16, (await File.ReadAllLinesAsync(folder["results/own-tuning/search.csv"], TestContext.Current.CancellationToken)).Length);
        Assert.True(ran.ExitCode == 0, ran.Output + ran.Errors);
        Assert.Contains("40 trials done", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_of_the_same_settings_are_tuned_together_and_written_back_each_as_itself()
    {
        string file = folder.Write("wines.yaml", """
            dataset: wine
            engines: [sklearn]
            models:
              network: {kind: network, hidden: [3], train: {epochs: 3}}
              network-random: {like: network, tune: {trials: 2, space: {dropout: {uniform: [0.1, 0.5]}}}}
              network-halving: {like: network, tune: {strategy: halving, trials: 2, space: {train.learning_rate: {log_uniform: [1e-3, 0.1]}}}}
              trees: {kind: forest, trees: 4, engines: [sklearn], tune: {trials: 3, space: {max_depth: {whole: [2, 9]}}}}
              trees-tuned: {kind: forest, trees: 5}
            """);

        Invocation tuned = await TuneAsync(file, "--folds", "2", "--engine", "scratch");
        Invocation ran = await Invocation.RunAsync("validate", folder["results/wines-tuning/wines-tuned.yaml"]);

        Assert.True(tuned.ExitCode == 0, tuned.Output + tuned.Errors);
        string[] written =
            await File.ReadAllLinesAsync(folder["results/wines-tuning/wines-tuned.yaml"], TestContext.Current.CancellationToken);
        Assert.Equal(
            ["network", "network-random", "network-halving", "trees", "trees-tuned-2"],
            written.Where(line => line.StartsWith("  ", StringComparison.Ordinal) && line[2] != ' ').Select(line => line.Trim(' ', ':')));
        Assert.Contains("engines: [scratch]", written);
        Assert.Contains("tuning network to network-random ", tuned.Output, StringComparison.Ordinal);
        Assert.Contains("tuning trees ", tuned.Output, StringComparison.Ordinal);
        Assert.EndsWith("Candidates: 2 of network-random, 4 of network-halving, 3 of trees-tuned-2.", written[0], StringComparison.Ordinal);
        Assert.True(ran.ExitCode == 0, ran.Output + ran.Errors);
        Assert.Equal(1, written.Count(line => line.Contains("engines:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Where_nothing_can_be_tuned_the_reason_is_reported_and_nothing_is_written()
    {
        string file = folder.Write("wines.yaml", "dataset: wine\nmodels:\n  net: {kind: network, hidden: [3], train: {learning_rate: "
            + "1e30, epochs: 2}, tune: {trials: 2, space: {train.learning_rate: {log_uniform: [1e30, 1e32]}}}}\n");

        Invocation tuned = await TuneAsync(file, "--folds", "2");

        Assert.Equal(1, tuned.ExitCode);
        Assert.Contains("net-tuned was not tuned on wine: the loss was no longer finite", tuned.Errors, StringComparison.Ordinal);
        Assert.Contains("nothing was tuned; no files were written", tuned.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["results"]));
    }

    [Fact]
    public async Task A_search_that_was_stopped_goes_on_where_it_was()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets no program send another a signal");
        string file = folder.Write("wines.yaml", "dataset: wine\nmodels:\n  net: {kind: network, hidden: [8], train: {epochs: 60}, "
            + "tune: {trials: 30, space: {train.learning_rate: {log_uniform: [1e-4, 0.1]}}}}\n");
        using Process process = Invocation.Start("tune", file, "--jobs", "1", "--store", folder["store"], "--results", folder["results"]);
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (Kept() < 5)
        {
            Assert.False(process.HasExited);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        using var interrupt = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        int kept = Kept();
        _ = await output;
        Invocation again = await TuneAsync(file);
        Invocation third = await TuneAsync(file);

        Assert.Equal(130, process.ExitCode);
        Assert.Contains("finished trials are kept", await errors, StringComparison.Ordinal);
        Assert.InRange(kept, 5, 299);
        Assert.True(again.ExitCode == 0, again.Output + again.Errors);
        Assert.Contains($"search {300 - kept}/{300 - kept} trials", again.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("search", third.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("give either an experiment or --table CSV")]
    [InlineData("give either an experiment or --table CSV", "iris", "--table", "own.csv")]
    [InlineData("--trials must be at least 1, found 0", "iris", "--trials", "0")]
    [InlineData("--seconds must be at least 1, found 0", "iris", "--seconds", "0")]
    [InlineData("--folds must be at least 2, found 1", "iris", "--folds", "1")]
    [InlineData("--trials and --seconds cannot be combined", "iris", "--trials", "3", "--seconds", "3")]
    [InlineData("--target requires --table; an experiment names its own target", "iris", "--target", "kind")]
    [InlineData("--group requires --table; an experiment says it of its own table", "iris", "--group", "kind")]
    [InlineData("--group and --order cannot be combined", "--table", "own.csv", "--group", "a", "--order", "b")]
    [InlineData("'irs' is neither an experiment nor a file; did you mean 'iris'?", "irs")]
    [InlineData(
        "experiments/documents/and.yaml: models: no model has 'tune'; give the settings to search there, or in a --space file", "and")]
    [InlineData("'skratch' is not an engine; did you mean 'scratch'?", "trees-vs-networks", "--engine", "skratch")]
    [InlineData(
        "experiments/tabular/trees-vs-networks.yaml: models.forrest: 'forrest' is not a model of this experiment; did you mean 'forest'?",
        "trees-vs-networks", "--model", "forrest")]
    public async Task Wrong_input_is_reported_and_nothing_is_written(string expected, params string[] arguments)
    {
        Invocation wrong = await TuneAsync(arguments);

        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains(expected, wrong.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["results"]));
    }

    [Fact]
    public async Task A_table_without_a_target_needs_one_of_its_columns()
    {
        string table = WriteTable();

        Invocation unnamed = await TuneAsync("--table", table);
        Invocation wrong = await TuneAsync("--table", table, "--target", "kid");

        Assert.Equal(
            ($"{table}: which column should be predicted? Give --target COLUMN, one of size, weight, kind", 2),
            (unnamed.Errors.Trim(), unnamed.ExitCode));
        Assert.Equal(($"{table}: no column 'kid' to predict; did you mean 'kind'?", 2), (wrong.Errors.Trim(), wrong.ExitCode));
    }

    [Fact]
    public async Task A_table_in_another_notation_is_read_as_ask_reads_it_and_written_back_plainly()
    {
        string table = folder.Write("häuser.csv", "Preis;Fläche;Ort\n" + string.Concat(Enumerable.Range(0, 80).Select(
            row => $"{(row % 20 == 7 ? "k. A." : $"1.{100 + (row * 7 % 400)},50 €")};{row * 3 % 41},5;{"NSW"[row % 3]}\n")));
        string spaces = folder.Write("spaces.yaml", "boosted: {max_leaves: {whole: [4, 9]}}");

        Invocation tuned = await TuneAsync(
            "--table", table, "--target", "Preis", "--as", "Ort=category", "--space", spaces, "--model", "boosted", "--trials", "2",
            "--folds", "2");
        Invocation ran = await Invocation.RunAsync(
            "run", folder["results/h-user-tuning/h-user-tuned.yaml"], "--engine", "scratch", "--no-timings", "--seeds", "1", "--store",
            folder["store"], "--results", folder["again"]);

        Assert.True(tuned.ExitCode == 0, tuned.Output + tuned.Errors);
        Assert.Matches(@"(?m)^Preis +target: number", tuned.Output);
        Assert.Contains("4 rows left out: no value of 'Preis'", tuned.Output, StringComparison.Ordinal);
        string[] plain = (await ReadAsync("results/h-user-tuning/häuser.csv")).Split('\n');
        Assert.Equal(["Fläche,Ort,Preis", "0.5,N,1100.5", "3.5,S,1107.5"], plain[..3]);
        Assert.Equal(1 + 76 + 1, plain.Length);
        Assert.True(ran.ExitCode == 0, ran.Output + ran.Errors);
    }

    [Fact]
    public async Task A_plain_copy_is_written_with_the_rest_or_not_at_all_and_replaces_no_other_file()
    {
        string text = "x;c;y\n" + string.Concat(Enumerable.Range(0, 60).Select(row => $"{row * 3 % 41},5;{row % 3};{row % 2}\n"));
        string spaces = folder.Write("spaces.yaml", "boosted: {max_leaves: {whole: [4, 9]}}"), table = folder.Write("scores.csv", text);
        string[] tiny = ["--target", "y", "--space", spaces, "--model", "boosted", "--trials", "2", "--folds", "2"];

        Invocation refused = await TuneAsync(["--table", table, .. tiny.Select(word => word == "boosted" ? "nosuch" : word)]);
        bool nothing = !Directory.Exists(folder["results/scores-tuning"]);
        Invocation tuned = await TuneAsync(["--table", table, .. tiny]);
        string written = await ReadAsync("results/scores-tuning/scores-tuned.yaml");
        Invocation valid = await Invocation.RunAsync("validate", folder["results/scores-tuning/scores-tuned.yaml"]);
        string own = folder.Write("results/own-tuning/own.csv", text);
        Invocation same = await TuneAsync(["--table", own, .. tiny]);

        Assert.Equal((2, true), (refused.ExitCode, nothing));
        Assert.True(tuned.ExitCode == 0, tuned.Output + tuned.Errors);
        Assert.Contains("csv: \"scores-table.csv\"", written, StringComparison.Ordinal);
        Assert.True(valid.ExitCode == 0, valid.Output + valid.Errors);
        Assert.Contains("  scores-table.csv\n", await ReadAsync("results/scores-tuning/SHA256SUMS"), StringComparison.Ordinal);
        Assert.Equal(2, same.ExitCode);
        Assert.Contains("is what is read; expected another folder", same.Errors, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(own, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("--group", "who", "ignore: [\"who\"]\n  group: \"who\"\n")]
    [InlineData("--order", "day", "time: \"day\"\n")]
    public async Task A_table_with_groups_or_an_order_is_written_back_with_it(string option, string column, string expected)
    {
        string text = "who,day,size,y\n" + string.Concat(Enumerable.Range(0, 120).Select(
            row => $"P{row / 4},{new DateOnly(2020, 1, 1).AddDays(row / 4):yyyy-MM-dd},{row * 7 % 23},{row % 11}.5\n"));
        string table = folder.Write("own.csv", text), spaces = folder.Write("spaces.yaml", "boosted: {max_leaves: {whole: [4, 9]}}");

        Invocation tuned = await TuneAsync(
            "--table", table, "--target", "y", option, column, "--space", spaces, "--model", "boosted", "--trials", "2", "--folds", "2");
        Invocation wrong = await TuneAsync("--table", table, "--target", "y", option, $"{column}s");

        Assert.True(tuned.ExitCode == 0, tuned.Output + tuned.Errors);
        string written = await ReadAsync("results/own-tuning/own-tuned.yaml");
        Assert.Contains(expected, written, StringComparison.Ordinal);
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains($"did you mean '{column}'?", wrong.Errors, StringComparison.Ordinal);
    }

    private Task<Invocation> TuneAsync(params string[] arguments) =>
        Invocation.RunAsync(["tune", .. arguments, "--store", folder["store"], "--results", folder["results"]]);

    private Task<string> ReadAsync(string file) => File.ReadAllTextAsync(folder[file], TestContext.Current.CancellationToken);

    private int Kept() => Directory.Exists(folder["store"])
        ? new OutcomeStore(folder["store"]).Keys.Count : 0;

    private string WriteTable()
    {
        var csv = new StringBuilder("size,weight,kind\n");
        for (int row = 0; row < 60; row++)
            csv.Append(CultureInfo.InvariantCulture, $"{row % 7},{row * 0.5},{(row % 2 == 0 ? "even" : "odd")}\n");
        return folder.Write("own.csv", csv.ToString());
    }
}
