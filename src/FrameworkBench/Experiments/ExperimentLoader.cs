using FrameworkBench.Experiments.Expansion;
using FrameworkBench.Experiments.Searches;
using FrameworkBench.Reading;

namespace FrameworkBench.Experiments;

/// <summary>Reads experiments from YAML files and checks all that can be checked before a run.</summary>
/// <param name="vocabulary">The names that are defined elsewhere: data sets, metrics, kinds of claims, engines.</param>
public sealed class ExperimentLoader(Vocabulary vocabulary)
{
    /// <summary>Folders from which an experiment may take tables besides its own, which it otherwise must not leave.</summary>
    public IReadOnlyList<string> TableFolders { get; init; } = [];

    // A table that an experiment names and that is read already; its file may not be written yet.
    private CsvTable? Known { get; init; }

    /// <summary>The same, with a table that is read already, by its path; its file need not be written yet.</summary>
    public ExperimentLoader With(CsvTable table) => new(vocabulary) { TableFolders = TableFolders, Known = table };

    /// <summary>Reads one file.</summary>
    /// <param name="path">The file; its name without the extension becomes the experiment's.</param>
    /// <exception cref="ExperimentException">The file cannot be read, or something in it is wrong; the exception lists every
    /// problem.</exception>
    public Experiment Load(string path) => LoadAll([path])[0];

    /// <summary>Reads several files.</summary>
    /// <param name="paths">The files, in the order wanted.</param>
    /// <exception cref="ExperimentException">Something is wrong in one or more of them; the exception lists every problem of
    /// all.</exception>
    public IReadOnlyList<Experiment> LoadAll(IEnumerable<string> paths)
    {
        (IReadOnlyList<Experiment> experiments, ExperimentException? problems) = LoadSound(paths);
        return problems is null ? experiments : throw problems;
    }

    /// <summary>Reads those of several files in which nothing is wrong.</summary>
    /// <param name="paths">The files, in the order wanted.</param>
    /// <returns>The experiments of those, and every problem of the others; null where there is none.</returns>
    public (IReadOnlyList<Experiment> Experiments, ExperimentException? Problems) LoadSound(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var experiments = new List<Experiment>();
        var problems = new List<Problem>();
        int unlisted = 0;
        foreach (string path in paths)
        {
            if (experiments.Find(other => other.Name == Path.GetFileNameWithoutExtension(path)) is { } same)
                problems.Add(new Problem(path, null, null, null, $"duplicate experiment name; the first is {same.Path}"));
            try
            {
                experiments.Add(Parse(path, RegularFile.ReadText(path)));
            }
            catch (ExperimentException exception)
            {
                problems.AddRange(exception.Problems);
                unlisted += exception.Unlisted;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                problems.Add(new Problem(path, null, null, null, $"the file cannot be read: {exception.Message}"));
            }
        }

        return (experiments, problems.Count == 0 ? null : new ExperimentException(problems, unlisted));
    }

    /// <summary>Reads an experiment from a text.</summary>
    /// <param name="path">The path that messages name.</param>
    /// <param name="text">The YAML.</param>
    /// <exception cref="ExperimentException">Something in it is wrong; the exception lists every problem.</exception>
    public Experiment Parse(string path, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(text);
        var problems = new ProblemList(path, ProblemList.Many);
        Experiment? experiment = ExpandedExperiment.Parse(text, problems) is { } expanded
            ? new ExperimentReader(vocabulary, problems, TableFolders, Known).Read(expanded, path)
            : null;
        return experiment is null || problems.Any ? throw new ExperimentException(problems) : experiment;
    }

    /// <summary>
    /// Reads an experiment from a text, with search spaces of another file in place of its own: only the models named there are searched.
    /// </summary>
    /// <param name="path">The path that messages name.</param>
    /// <param name="text">The experiment's YAML.</param>
    /// <param name="spaces">The file of spaces: from a model's name to what stands below <c>tune: space:</c>.</param>
    /// <exception cref="ExperimentException">Something in one of them is wrong; the exception lists every problem.</exception>
    public Experiment Parse(string path, string text, string spaces)
    {
        _ = Parse(path, text);
        var problems = new ProblemList(spaces, ProblemList.Many);
        try
        {
            ExpandedExperiment expanded = ExpandedExperiment.Parse(text, problems)!;
            Experiment? experiment = SpaceFile.PutInto((MappingNode)expanded.Root, RegularFile.ReadText(spaces), problems) is { } searched
                ? new ExperimentReader(vocabulary, problems, TableFolders, Known).Read(expanded with { Root = searched }, path)
                : null;
            return experiment is null || problems.Any
                ? throw new ExperimentException([.. problems.InOrder().Select(SpaceFile.Relocate)], problems.Unlisted) : experiment;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ExperimentException([new Problem(spaces, null, null, null, $"the file cannot be read: {exception.Message}")]);
        }
    }
}
