using FrameworkBench.Asking;
using FrameworkBench.Asking.Recognition;
using FrameworkBench.Cli.Display;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Reading;
using FrameworkBench.Experiments;
using FrameworkBench.Reading;
using FrameworkBench.Tuning;
using FrameworkBench.Writing;

namespace FrameworkBench.Cli.Commands;

/// <summary>An experiment's YAML and where it stands, or would stand.</summary>
/// <param name="Path">The file's path; its name is the experiment's.</param>
/// <param name="Yaml">The text.</param>
internal sealed record ExperimentText(string Path, string Yaml)
{
    /// <summary>The table that it names, where its file is to be written yet.</summary>
    public CsvTable? Plain { get; private init; }

    /// <summary>The requested experiment, or that of a table.</summary>
    /// <exception cref="WrongInputException">There is no such experiment, or the options contradict each other.</exception>
    /// <exception cref="DatasetException">The table cannot be read, or its target is not named.</exception>
    public static ExperimentText Of(Session session, TuneOptions options)
    {
        if (options.Table is not { } file)
        {
            string named = session.FileOf(options.Experiment!);
            return new ExperimentText(named, RegularFile.ReadText(named));
        }

        UnderstoodTable understood = Understand(file, options);
        AskDisplay.ShowUnderstood(understood);
        string own = TableFile.NameOf(file), name = ExperimentNames.ForExperiment(own);
        if (PlainTable.AsItIs(file, understood) is { } asItIs)
            return new ExperimentText(
                System.IO.Path.Combine(System.IO.Path.GetDirectoryName(file) ?? "", $"{name}.yaml"), TableExperiment.For(asItIs));

        // Where experiments would read the file otherwise, or not at all, they get a plain one of what was understood.
        string folder = TuningExperiment.NameOf(name), csv = TuningWriter.FileFor(ExperimentNames.IsOfTable(own) ? own : name);
        string path = System.IO.Path.Combine(options.Workspace.Results, folder, csv);
        if (File.Exists(path) && TableFile.Open(path).Checksum == understood.FileChecksum)
            throw new WrongInputException($"--results: '{Workspace.Shown(path)}' is what is read; expected another folder");
        CsvTable plain = PlainTable.Of(path, file, understood.Dataset);
        return new ExperimentText(
            System.IO.Path.Combine(options.Workspace.Results, folder, $"{name}.yaml"), TableExperiment.For(plain))
        {
            Plain = plain,
        };
    }

    // As `ask` reads it.
    private static UnderstoodTable Understand(string file, TuneOptions options)
    {
        var readings = new Dictionary<string, ColumnReading>(options.Readings);
        if (options.Group is { } group && !readings.TryAdd(group, ColumnReading.Group) && readings[group] != ColumnReading.Group)
            throw new WrongInputException($"--group and --as read '{group}' in two ways; give one of them");
        return TableReader.Read(new TableQuestion(file, options.Target ?? "")
        {
            Readings = readings,
            Order = options.Order,
            FindsOrder = false,
            IsToTune = true,
            MostRows = null,
        });
    }
}
