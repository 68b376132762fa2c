namespace FrameworkBench.Cli.Tests;

/// <summary>Wrong input ends with exit code 2, a message that says what would be right, and no page written.</summary>
public sealed class WrongInputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, string> WrongExperiments => new()
    {
        { "title: x\ndataset: iris\nmodells: {}\n", "wrong.yaml:3: modells: 'modells' is not a key here; did you mean 'models'?" },
        { "dataset: iriss\nmodels: {net: {kind: network, hidden: [4]}}\n", "wrong.yaml:1: dataset: 'iriss' is not a data set; did you mean 'iris'?" },
        { "dataset: iris\nmodels:\n  net: {kind: network, hidden: [4], train: {optimizer: adm}}\n", "wrong.yaml:3: models.net.train.optimizer: 'adm' is not an optimizer; did you mean 'adam'?" },
        { "dataset: iris\nmodels:\n  net: {kind: network, hidden: [4], train: {learning_rate: fast}}\n", "wrong.yaml:3: models.net.train.learning_rate:" },
        { "dataset: iris\nmodels:\n  net: {kind: linear}\n  net: {kind: linear}\n", "wrong.yaml:4: models.net:" },
        { "dataset: iris\n  models: [\n", "wrong.yaml:" },
        { "", "wrong.yaml" },
    };

    [Theory]
    [MemberData(nameof(WrongExperiments))]
    public async Task A_wrong_experiment_is_told_with_its_line_and_key(string yaml, string expected)
    {
        string file = folder.Write("wrong.yaml", yaml);

        Invocation run = await Invocation.RunAsync("run", file, "--engine", "scratch", "--store", folder["store"], "--results", folder["results"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["results"]));
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

    [Theory]
    [MemberData(nameof(WrongTables))]
    public async Task A_wrong_table_is_told_with_its_line_and_column(string csv, string expected)
    {
        folder.Write("own.csv", csv);
        string file = folder.Write("own.yaml", "dataset: {csv: own.csv, target: class}\nmodels: {line: {kind: linear}}\n");

        Invocation run = await Invocation.RunAsync("run", file, "--engine", "scratch", "--store", folder["store"], "--results", folder["results"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("own.yaml:1: dataset: ", run.Errors, StringComparison.Ordinal);
        Assert.Contains(expected, run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["results"]));
    }

    [Fact]
    public async Task A_missing_table_is_told()
    {
        string file = folder.Write("own.yaml", "dataset: {csv: absent.csv, target: class}\nmodels: {line: {kind: linear}}\n");

        Invocation run = await Invocation.RunAsync("validate", file);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("absent.csv", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_experiment_file_is_told()
    {
        Invocation run = await Invocation.RunAsync("validate", folder["absent.yaml"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"'{folder["absent.yaml"]}' is neither an experiment nor a file", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'no-such' is neither an experiment nor a file", "run", "no-such")]
    [InlineData("'scratsh' is not an engine; did you mean 'scratch'?", "run", "xor", "--engine", "scratsh")]
    [InlineData("--jobs must be 1 or more, found 0", "run", "xor", "--jobs", "0")]
    [InlineData("--quick and --full exclude each other", "run-all", "--quick", "--full")]
    [InlineData("no-such-folder: no such folder; expected one with train-images-idx3-ubyte.gz, ", "datasets", "add", "mnist", "no-such-folder")]
    [InlineData("'iris' comes with the project; those to add are mnist", "datasets", "add", "iris", ".")]
    [InlineData("no file 'train-images-idx3-ubyte.gz' here, nor 'train-images-idx3-ubyte'", "datasets", "add", "mnist", "docs")]
    [InlineData("Unrecognized command or argument 'dance'", "dance")]
    [InlineData("name just one", "engines", "install", "sklearn", "pytorch", "--version", "1")]
    public async Task A_wrong_command_line_is_told(string expected, params string[] arguments)
    {
        Invocation run = await Invocation.RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Errors, StringComparison.Ordinal);
    }
}
