using FrameworkBench.Asking;
using FrameworkBench.Asking.Recognition;
using FrameworkBench.Cli.Commands.Keeping;
using FrameworkBench.Cli.Display;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Reading;
using FrameworkBench.Experiments;
using FrameworkBench.Reading;
using FrameworkBench.Tuning;

namespace FrameworkBench.Cli.Commands;

/// <summary>An experiment's YAML and where it stands, or would stand.</summary>
/// <param name="Path">The file's path; its name is the experiment's.</param>
/// <param name="Yaml">The text.</param>
internal sealed record ExperimentText(string Path, string Yaml)
{
    /// <summary>The requested experiment, or that of a table.</summary>
    /// <exception cref="WrongInputException">There is no such experiment, or the table's target is not named.</exception>
    /// <exception cref="DatasetException">The table cannot be read.</exception>
    public static ExperimentText Of(Session session, TuneOptions options)
    {
        if (options.Table is not { } file)
        {
            string path = session.FileOf(options.Experiment!);
            return new ExperimentText(path, RegularFile.ReadText(path));
        }

        if (options.Target is not { } target)
            throw new WrongInputException($"{file}: which column should be predicted? Give --target COLUMN, "
                + $"one of {string.Join(", ", Dataset.ColumnsOf(file))}");

        CsvTable table = Read(file, target, options);
        string name = ExperimentNames.ForExperiment(TableFile.NameOf(file));
        return new ExperimentText(
            System.IO.Path.Combine(System.IO.Path.GetDirectoryName(table.Path) ?? "", $"{name}.yaml"), TableExperiment.For(table));
    }

    // As `ask` reads it. Where experiments would read the file otherwise, or not at all, they get a plain one of what was understood.
    private static CsvTable Read(string file, string target, TuneOptions options)
    {
        var readings = new Dictionary<string, ColumnReading>(options.Readings);
        if (options.Group is { } group)
            readings[group] = ColumnReading.Group;
        UnderstoodTable understood = TableReader.Read(
            new TableQuestion(file, target) { Readings = readings, Order = options.Order, FindsOrder = false, MostRows = null });
        AskDisplay.ShowUnderstood(understood);
        if (PlainTable.AsItIs(file, understood) is { } own)
            return own;
        string folder = System.IO.Path.Combine(
            options.Workspace.Results, TuningExperiment.NameOf(ExperimentNames.ForExperiment(TableFile.NameOf(file))));
        string path = System.IO.Path.Combine(folder, $"{TableFile.NameOf(file)}.csv");
        Directory.CreateDirectory(folder);
        OutputFile.Check("--results", path, file);
        OutputFile.Write(path, stream => PlainTable.Write(understood.Dataset, stream));
        Terminal.Tell($"The table as it was read: {Workspace.Shown(path)}");
        return PlainTable.Of(path, understood.Dataset);
    }
}
