namespace FrameworkBench.Cli.Tests;

/// <summary>Wrong input ends with exit code 2, a message that says what would be right, and no page written.</summary>
public sealed class WrongInputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, string> WrongExperiments => new()
    {
        { "title: x\ndataset: iris\nmodells: {}\n", "wrong.yaml:3: modells: 'modells' is not a key here; did you mean 'models'?" },
        { "dataset: iriss\nmodels: {net: {kind: network, hidden: [4]}}\n",
            "wrong.yaml:1: dataset: 'iriss' is not a data set; did you mean 'iris'?" },
        { "dataset: iris\nmodels:\n  net: {kind: network, hidden: [4], train: {optimizer: adm}}\n",
            "wrong.yaml:3: models.net.train.optimizer: 'adm' is not an optimizer; did you mean 'adam'?" },
        { "dataset: iris\nmodels:\n  net: {kind: network, hidden: [4], train: {learning_rate: fast}}\n",
            "wrong.yaml:3: models.net.train.learning_rate:" },
        { "dataset: iris\nmodels:\n  net: {kind: linear}\n  net: {kind: linear}\n", "wrong.yaml:4: models.net:" },
        { "dataset: iris\n  models: [\n", "wrong.yaml:" },
        { "", "wrong.yaml" },
    };

    [Theory]
    [MemberData(nameof(WrongExperiments))]
    public async Task A_wrong_experiment_is_reported_with_its_line_and_key(string yaml, string expected)
    {
        string file = folder.Write("wrong.yaml", yaml);

        Invocation run =
            await Invocation.RunAsync("run", file, "--engine", "scratch", "--store", folder["store"], "--results", folder["results"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["results"]));
    }

    [Fact]
    public async Task Validate_reports_what_is_wrong_in_every_file_and_which_ones_are_valid()
    {
        string[] files =
        [
            folder.Write("split.yaml", "dataset: iris\nsplit: {first_rows: 150}\nmodels: {line: {kind: linear}}\n"),
            folder.Write("key.yaml", "dataset: iris\nmodells: {}\n"),
            folder.Write("good.yaml", "dataset: iris\nmodels: {line: {kind: linear}}\n"),
            folder.Write("folds.yaml", "dataset: iris\nmodels: {line: {kind: linear}}\nsplit: {k_fold: 151}\n"),
            folder.Write("curve.yaml",
                "dataset: iris\nsplit:\n  learning_curve: [140, 500]\n  test_rows: 40\nmodels: {line: {kind: linear}}\n"),
        ];

        Invocation run = await Invocation.RunAsync(["validate", .. files]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(
            "split.yaml:2: split: iris: 150 training rows out of 150 leave nothing to train on or nothing to test on", run.Errors,
            StringComparison.Ordinal);
        Assert.Contains("key.yaml:2: modells: ", run.Errors, StringComparison.Ordinal);
        Assert.Contains("folds.yaml:3: split: iris: 151 folds need at least 151 rows", run.Errors, StringComparison.Ordinal);
        Assert.Contains("curve.yaml:3: split: iris: 140 training rows and 40 test rows", run.Errors, StringComparison.Ordinal);
        Assert.Contains("good.yaml: 1 model, 1 data set, 0 claims: valid", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_cannot_be_divided_is_reported_by_a_run_with_the_line_of_the_split()
    {
        string file = folder.Write("wrong.yaml", "dataset: iris\nmodels: {line: {kind: linear}}\nsplit: {k_fold: 151}\n");

        Invocation run =
            await Invocation.RunAsync("run", file, "--engine", "scratch", "--store", folder["store"], "--results", folder["results"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("wrong.yaml:3: split: iris: 151 folds need at least 151 rows", run.Errors, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> WrongTables => new()
    {
        { "a,b,class\n1,2,x\n1,2\n3,4,y\n", "own.csv:3: " },
        { "", "own.csv" },
        { "a,b,class\n", "own.csv" },
        { "a,b,klass\n1,2,x\n3,4,y\n", "'class'" },
        { "a,b,class\n1,2,x\n3,4,x\n5,6,x\n", "class" },
        { "a,b,class\n1,2,x\n3,Infinity,y\n5,6,x\n", "own.csv:3: column 'b'" },
        { "a,a,class\n1,2,x\n3,4,y\n", "own.csv:1: " },
        { "a,b,class\n1,2,x\n3,4,\n5,6,y\n", "own.csv:3: column 'class'" },
    };

    private void WriteProject()
    {
        foreach (
            string file in new[] { "documents.yaml", "datasets/catalog.yaml", "datasets/iris.csv.gz" }.Where(
                file => File.Exists(Path.Combine(Invocation.Root, "experiments", file))))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[$"experiments/{file}"])!);
            File.Copy(Path.Combine(Invocation.Root, "experiments", file), folder[$"experiments/{file}"]);
        }
    }

    [Theory]
    [MemberData(nameof(WrongTables))]
    public async Task A_wrong_table_is_reported_with_its_line_and_column(string csv, string expected)
    {
        folder.Write("own.csv", csv);
        string file = folder.Write("own.yaml", "dataset: {csv: own.csv, target: class}\nmodels: {line: {kind: linear}}\n");

        Invocation run =
            await Invocation.RunAsync("run", file, "--engine", "scratch", "--store", folder["store"], "--results", folder["results"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("own.yaml:1: dataset: ", run.Errors, StringComparison.Ordinal);
        Assert.Contains(expected, run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["results"]));
    }

    [Fact]
    public async Task How_a_table_is_read_is_said()
    {
        await File.WriteAllBytesAsync(
            folder["own.csv"], System.Text.Encoding.Latin1.GetBytes("a;y\n1,5;café\n2,5;cafè\n3,5;café\n4;cafè\n"),
            TestContext.Current.CancellationToken);
        string file = folder.Write("own.yaml", "dataset: {csv: own.csv, target: y}\nsplit: all\nmodels: {line: {kind: linear}}\n");

        Invocation run = await Invocation.RunAsync("validate", file);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("own.csv: the file is not UTF-8 and is read as Windows-1252: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("own.csv: column 'a' is read as categories: '1,5' and other values are", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../own.csv")]
    [InlineData("link.csv")]
    [InlineData("folder/own.csv")]
    [InlineData("folder/../own.csv")]
    public async Task A_table_outside_of_the_experiments_folder_is_not_read_unless_its_folder_is_named(string table)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && table != "../own.csv", "links need rights that few users have");
        string csv = folder.Write("own.csv", "a,y\n1,x\n2,z\n3,x\n4,z\n");
        string file =
            folder.Write("inner/own.yaml", $"dataset: {{csv: {table}, target: y}}\nsplit: all\nmodels: {{line: {{kind: linear}}}}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(folder["inner/link.csv"], csv);
            Directory.CreateDirectory(folder["other"]);
            File.CreateSymbolicLink(folder["inner/folder"], table == "folder/own.csv" ? folder.Root : folder["other"]);
        }

        Invocation refused = await Invocation.RunAsync("validate", file);
        Invocation allowed = await Invocation.RunAsync("validate", file, "--data", folder.Root);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(
            $"own.yaml:1: dataset.csv: '{table}' leads out of the experiment's folder; put the table there, or allow its folder by "
                + "--data FOLDER", refused.Errors, StringComparison.Ordinal);
        Assert.True(allowed.ExitCode == 0, allowed.Errors);
    }

    [Fact]
    public async Task A_table_is_found_by_a_link_that_stays_inside()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights that few users have");
        File.CreateSymbolicLink(folder["link.csv"], folder.Write("data/own.csv", "a,y\n1,x\n2,z\n3,x\n4,z\n"));
        string file = folder.Write("own.yaml", "dataset: {csv: link.csv, target: y}\nsplit: all\nmodels: {line: {kind: linear}}\n");

        Invocation run = await Invocation.RunAsync("validate", file);

        Assert.True(run.ExitCode == 0, run.Errors);
    }

    [Fact]
    public async Task A_missing_table_is_reported()
    {
        string file = folder.Write("own.yaml", "dataset: {csv: absent.csv, target: class}\nmodels: {line: {kind: linear}}\n");

        Invocation run = await Invocation.RunAsync("validate", file);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("absent.csv", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_experiment_file_is_reported()
    {
        Invocation run = await Invocation.RunAsync("validate", folder["absent.yaml"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"'{folder["absent.yaml"]}' is neither an experiment nor a file", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--results")]
    [InlineData("--store")]
    public async Task A_folder_that_cannot_be_made_is_reported_by_every_command_that_needs_it(string option)
    {
        string file = folder.Write("taken", "");
        string other = option == "--store" ? "--results" : "--store";
        string searched =
            folder.Write(
                "searched.yaml",
                "dataset: iris\nmodels: {tree: {kind: tree, seeds: 1, tune: {trials: 2, space: {max_depth: {whole: [2, 9]}}}}}\n");
        string[][] commands = [["run", searched, "-e", "scratch"], ["tune", searched], ["report"], ["parity", "--quick", "-e", "scratch"]];

        foreach (string[] command in commands)
        {
            Invocation run = await Invocation.RunAsync([.. command, option, Path.Combine(file, "here"), other, folder["other"]]);

            Assert.True(run.ExitCode == 2, $"{command[0]}: {run.ExitCode} {run.Errors}");
            Assert.Contains(file, run.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_engine_that_the_experiment_is_not_for_is_reported()
    {
        string file = folder.Write("narrow.yaml", "dataset: iris\nengines: {quick: [scratch], default: [scratch, pytorch]}\nmodels: "
            + "{tree: {kind: tree}, forest: {kind: forest, engines: [pytorch]}}\n");

        Invocation run =
            await Invocation.RunAsync("run", file, "--engine", "sklearn", "--store", folder["store"], "--results", folder["results"]);

        Assert.Equal(
            (2, $"{file}: nothing to run on sklearn; in this profile it runs on scratch, pytorch"), (run.ExitCode, run.Errors.Trim()));
        Assert.False(Directory.Exists(folder["results"]));
    }

    [Fact]
    public async Task Verdicts_of_earlier_runs_that_cannot_be_read_are_reported()
    {
        string file = folder.Write("tiny.yaml", "dataset: iris\nmodels: {tree: {kind: tree, seeds: 1}}\n");
        folder.Write(
            "results/and/run.json", """{"experiment": "and", "profile": "default", "draws": "-/0-1", "engines": [], "trials": 1}""");
        folder.Write("results/and/claims.json", "<<<<<<< HEAD\n");

        Invocation run =
            await Invocation.RunAsync(
                "run", file, "--engine", "scratch", "--no-timings", "--store", folder["store"], "--results", folder["results"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(
            $"{folder["results/and/claims.json"]}: the verdicts of earlier runs cannot be read (", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_without_its_documents_is_reported()
    {
        WriteProject();
        File.Delete(folder["experiments/documents.yaml"]);

        Invocation list = await Invocation.RunInAsync(folder.Root, "list", "experiments");

        Assert.Equal(2, list.ExitCode);
        Assert.Contains(folder["experiments/documents.yaml"], list.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", list.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "validate", "same",
        "'same' names both experiments/documents/same.yaml and experiments/tabular/same.yaml; rename one, or give the file")]
    [InlineData(
        "tune", "same",
        "'same' names both experiments/documents/same.yaml and experiments/tabular/same.yaml; rename one, or give the file")]
    [InlineData("validate", null, "experiments/tabular/same.yaml: duplicate experiment name; the first is experiments/documents/same.yaml")]
    [InlineData(
        "run-all", "--quick", "experiments/tabular/same.yaml: duplicate experiment name; the first is experiments/documents/same.yaml")]
    public async Task Two_experiments_of_one_name_are_reported(string command, string? argument, string expected)
    {
        WriteProject();
        foreach (string kind in new[] { "documents", "tabular" })
            folder.Write($"experiments/{kind}/same.yaml", "dataset: iris\nmodels: {tree: {kind: tree}}\n");

        Invocation run = await Invocation.RunInAsync(folder.Root, argument is null ? [command] : [command, argument]);

        Assert.Equal((2, expected), (run.ExitCode, run.Errors.Trim()));
    }

    [Theory]
    [InlineData("'no-such' is neither an experiment nor a file", "run", "no-such")]
    [InlineData("'scratsh' is not an engine; did you mean 'scratch'?", "run", "xor", "--engine", "scratsh")]
    [InlineData("--jobs must be at least 1, found 0", "run", "xor", "--jobs", "0")]
    [InlineData(
        "--limit-memory must be a size of at least 1 MB, such as 500 MB or 8 GB, found 'lots'", "run", "xor", "--limit-memory", "lots")]
    [InlineData("--quick and --full cannot be combined", "run-all", "--quick", "--full")]
    [InlineData("--quick and --full cannot be combined", "report", "--quick", "--full")]
    [InlineData("--smoke and --quick cannot be combined", "run-all", "--quick", "--smoke")]
    [InlineData("--long and --quick cannot be combined", "run-all", "--quick", "--long")]
    [InlineData(
        "no-such-folder: no such folder; expected one with train-images-idx3-ubyte.gz, ", "datasets", "add", "mnist", "no-such-folder")]
    [InlineData("'iris' is included in the project; the ones to add are mnist", "datasets", "add", "iris", ".")]
    [InlineData("neither 'train-images-idx3-ubyte.gz' nor 'train-images-idx3-ubyte' found here", "datasets", "add", "mnist", "docs")]
    [InlineData("Unrecognized command or argument 'dance'", "dance")]
    [InlineData("name exactly one", "engines", "install", "sklearn", "pytorch", "--version", "1")]
    public async Task A_wrong_command_line_is_reported(string expected, params string[] arguments)
    {
        Invocation run = await Invocation.RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Errors, StringComparison.Ordinal);
    }
}
