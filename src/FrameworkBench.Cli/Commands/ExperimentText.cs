using FrameworkBench.Datasets;
using FrameworkBench.Experiments;
using FrameworkBench.Reading;

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

        // What is wrong with the table is reported of the table, not of an experiment that nobody wrote.
        var table = new CsvTable(file, target, null, [], options.Group is { } group ? [group] : [])
        {
            Group = options.Group,
            Time = options.Order,
        };
        return new ExperimentText(
            System.IO.Path.Combine(System.IO.Path.GetDirectoryName(file) ?? "", $"{ExperimentNames.ForExperiment(table.Read().Name)}.yaml"),
            TableExperiment.For(table));
    }
}
