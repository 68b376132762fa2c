using FrameworkBench.Pages.Data;
using FrameworkBench.Pages.Ledger;
using FrameworkBench.Reading;
using FrameworkBench.Results;

namespace FrameworkBench.Changes.Stored;

/// <summary>A results folder, as its data files have it.</summary>
public sealed class StoredResults
{
    private readonly string folder;
    private readonly Dictionary<string, ExperimentRun> runs;

    private StoredResults(string folder, string title, IEnumerable<ExperimentRun> runs)
    {
        this.folder = folder;
        this.runs = runs.ToDictionary(run => run.Experiment, StringComparer.Ordinal);
        Title = title;
        Environment = Path.Combine(folder, EnvironmentPage.Name) is var page && File.Exists(page)
            ? EnvironmentFacts.Read(RegularFile.ReadText(page)) : EnvironmentFacts.None;
    }

    /// <summary>What the results are called: a folder or a revision.</summary>
    public string Title { get; }

    /// <summary>The names of the experiments, in their order.</summary>
    internal IReadOnlyList<string> Experiments => [.. runs.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The machine and the engines behind them; empty when the folder does not say.</summary>
    internal EnvironmentFacts Environment { get; }

    /// <summary>What an experiment was run with; null when it is not among them.</summary>
    internal ExperimentRun? this[string experiment] => runs.GetValueOrDefault(experiment);

    /// <summary>Opens a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="title">What messages call it, such as the revision that it was taken from.</param>
    /// <exception cref="StoredResultsException">It has no results, or a file is wrong.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static StoredResults Open(string folder, string title)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(title);
        IReadOnlyList<ExperimentRun> found = RunsIn(folder, title);
        return found.Count > 0 ? new StoredResults(folder, title, found) : throw new StoredResultsException(
            title, null, null, $"no results here; expected a folder for each experiment with {RunFile.Name}, as a run writes it");
    }

    private static IReadOnlyList<ExperimentRun> RunsIn(string folder, string title)
    {
        try
        {
            return RunFile.In(folder);
        }
        catch (IOException error)
        {
            throw new IOException(error.Message.Replace(folder, title, StringComparison.Ordinal), error);
        }
    }

    /// <summary>Reads an experiment.</summary>
    /// <exception cref="StoredResultsException">A file is absent or wrong.</exception>
    internal StoredExperiment Read(string experiment)
    {
        var reader = new StoredFiles(folder, Title, experiment);
        return new StoredExperiment(runs[experiment], reader.Trials(runs[experiment].Trials), reader.Claims());
    }

    /// <summary>Whether what is compared of an experiment has the same bytes in other results.</summary>
    internal bool HasSameFiles(StoredResults other, string experiment) =>
        new[] { ScoresFile.PathOf(experiment), TimesFile.PathOf(experiment), ClaimsFile.PathOf(experiment), RunFile.PathOf(experiment) }
            .All(path => Bytes(path).AsSpan().SequenceEqual(other.Bytes(path)));

    // An absent file is missed when the experiment is read.
    private byte[] Bytes(string path) => Path.Combine(folder, path) is var file && File.Exists(file) ? File.ReadAllBytes(file) : [];
}
