using FrameworkBench.Experiments;

namespace FrameworkBench.Cli;

/// <summary>Where a run's input is and its output goes.</summary>
/// <param name="Root">The folder that holds <c>experiments/</c> and <c>src/Engines/Python/</c>.</param>
/// <param name="Store">The folder of kept trials.</param>
/// <param name="Results">The folder of result pages.</param>
internal sealed record Workspace(string Root, string Store, string Results)
{
    /// <summary>The folder of the committed pages, which a whole run writes.</summary>
    public const string ResultsFolder = "results";

    /// <summary>The folder of pages of a run of some experiments, which is not committed.</summary>
    public const string PartialResultsFolder = ".frameworkbench/results";

    /// <summary>
    /// The folder of pages of a quick run, which is not committed: its few seeds must not replace the verdicts of a whole run.
    /// </summary>
    public const string QuickResultsFolder = ".frameworkbench/quick";

    /// <summary>The folder of pages of a smoke run, which is not committed.</summary>
    public const string SmokeResultsFolder = ".frameworkbench/smoke";

    private const string PassingFolder = ".frameworkbench";

    /// <summary>Whether the folder of pages is meant to last, unlike those that the project keeps for passing runs.</summary>
    public bool KeepsResults => !IsInside(Results, Path.Combine(Home, PassingFolder));

    /// <summary>
    /// Folders in which results may have been seen: the named one, the project's own, and all that it keeps for passing runs.
    /// </summary>
    public IReadOnlyList<string> SeenResults
    {
        get
        {
            string passing = Path.GetFullPath(Path.Combine(Home, PassingFolder));
            string[] kept = Directory.Exists(passing) ? [.. Directory.GetDirectories(passing).Order(StringComparer.Ordinal)] : [];
            return [.. new[] { Results, Path.GetFullPath(Path.Combine(Home, ResultsFolder)) }.Concat(kept).Except([Store]).Distinct()];
        }
    }

    /// <summary>
    /// The folder of what runs keep and write where no other is named: the project's in a checkout, the current one of an installed tool,
    /// which must leave its own folder alone.
    /// </summary>
    public string Home { get; init; } = Root;

    /// <summary>The way from the folder of pages to the project's documentation; null where the pages are outside the project.</summary>
    public string? DocumentationFromResults =>
        IsInside(Results, Root) ? Path.GetRelativePath(Results, Path.Combine(Root, "docs")).Replace('\\', '/') : null;

    /// <summary>The folder of experiment files.</summary>
    public string Experiments => Path.Combine(Root, "experiments");

    /// <summary>The file that lists the documents whose lessons are repeated.</summary>
    public string Documents => Path.Combine(Experiments, "documents.yaml");

    /// <summary>The register of frozen claims.</summary>
    public string Register { get; init; } = Path.Combine(Root, "experiments", "claims.lock");

    /// <summary>The file that describes the data sets.</summary>
    public string Catalog => Path.Combine(Experiments, "datasets", "catalog.yaml");

    /// <summary>The folder of the tables that users add.</summary>
    public string AddedDatasets => Path.Combine(Home, ".frameworkbench", "datasets");

    /// <summary>The folder of the Python engines.</summary>
    public string PythonEngines => Path.Combine(Root, "src", "Engines", "Python");

    /// <summary>
    /// Finds the project's folder, from the current one upwards, else from the program's; an installed tool has the experiments in its own.
    /// </summary>
    /// <param name="store">The requested folder, or null for the project's own.</param>
    /// <param name="results">The requested folder, or null.</param>
    /// <param name="resultsFolder">The folder of pages when none is requested, relative to the project.</param>
    /// <param name="register">The requested register of claims, which is there, or null for the project's own.</param>
    /// <exception cref="WrongInputException">Neither lies in a checkout of the project, or there is no such register.</exception>
    public static Workspace Find(string? store, string? results, string resultsFolder = ResultsFolder, string? register = null)
    {
        string root = Upwards(Environment.CurrentDirectory) ?? Upwards(AppContext.BaseDirectory)
            ?? throw new WrongInputException($"{Environment.CurrentDirectory}: no 'experiments/datasets/catalog.yaml' here or above; "
                + "run the command inside a checkout of FrameworkBench");
        string home = IsTool(root) ? Environment.CurrentDirectory : root;
        var workspace = new Workspace(
            root,
            Path.GetFullPath(store ?? Path.Combine(home, ".frameworkbench", "trials")),
            Path.GetFullPath(results ?? Path.Combine(home, resultsFolder)))
        {
            Home = home,
        };
        return register is null ? workspace
            : File.Exists(register) ? workspace with { Register = Path.GetFullPath(register) }
            : throw new WrongInputException($"{Shown(Path.GetFullPath(register))}: no such register of claims");
    }

    /// <summary>The folder of pages of a profile when none is requested, relative to the project.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="folder">The folder of other profiles.</param>
    public static string FolderFor(Profile profile, string folder = ResultsFolder) =>
        profile == Profile.Quick && folder == ResultsFolder ? QuickResultsFolder : folder;

    /// <summary>
    /// Every experiment file of the project, in the order in which pages list them: the lessons, then the suites of tables.
    /// </summary>
    public IReadOnlyList<string> ExperimentFiles() => [.. FilesIn("documents"), .. FilesIn("tabular")];

    /// <summary>The experiments by which engines are compared from the same start.</summary>
    public IReadOnlyList<string> ParityFiles() => FilesIn("parity");

    /// <summary>A path as whoever typed the command wants it: relative to where they are, unless it lies outside.</summary>
    public static string Shown(string path)
    {
        string relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative.Replace('\\', '/');
    }

    private static bool IsTool(string root) =>
        Path.TrimEndingDirectorySeparator(root) == Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);

    private static bool IsInside(string folder, string above) => Path.GetRelativePath(above, folder) is var way
        && !Path.IsPathRooted(way) && way.Split(Path.DirectorySeparatorChar)[0] != "..";

    private string[] FilesIn(string folder)
    {
        string path = Path.Combine(Experiments, folder);
        return Directory.Exists(path) ? [.. Directory.GetFiles(path, "*.yaml").Order(StringComparer.Ordinal)] : [];
    }

    private static string? Upwards(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "experiments", "datasets", "catalog.yaml")))
                return folder.FullName;
        }

        return null;
    }
}
