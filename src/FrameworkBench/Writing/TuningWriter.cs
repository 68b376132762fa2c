using System.Text;
using FrameworkBench.Datasets.Reading;
using FrameworkBench.Experiments;
using FrameworkBench.Pages;
using FrameworkBench.Pages.Data;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Pages.Searches;
using FrameworkBench.Results;
using FrameworkBench.Results.Summaries;

namespace FrameworkBench.Writing;

/// <summary>Writes what tuning found: a folder with a page, its pictures and data, and the experiments with the best settings.</summary>
public static class TuningWriter
{
    private static readonly string[] Own = [ScoresFile.Name, TimesFile.Name, SearchFile.Name, SearchFile.Times];

    /// <summary>
    /// Writes the files into a folder, which is made if need be, all or none. Those of an earlier tuning of the experiment go; others
    /// there are left alone.
    /// </summary>
    /// <param name="run">The run, of one experiment.</param>
    /// <param name="tuned">The experiments with the best settings.</param>
    /// <param name="folder">Where the files go.</param>
    /// <param name="table">The table that those experiments name, where its file is one of these; null where it exists.</param>
    /// <exception cref="IOException">A file cannot be written; the folder is as it was before.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static void Write(RunResult run, IReadOnlyList<ResultFile> tuned, string folder, CsvTable? table = null)
    {
        IReadOnlyList<ResultFile> files = Make(run, tuned);
        ResultsFolder.Put(table is { Content: { } content } ? [.. files, FileOf(content, folder)] : files, folder);
    }

    /// <summary>The name of a file for a table, beside those that <see cref="Write"/> makes.</summary>
    /// <param name="table">The table's name.</param>
    public static string FileFor(string table) =>
        Own.Contains($"{table}.csv", StringComparer.OrdinalIgnoreCase) ? $"{table}-table.csv" : $"{table}.csv";

    /// <summary>Makes the files.</summary>
    /// <param name="run">The run, of one experiment.</param>
    /// <param name="tuned">The experiments with the best settings.</param>
    public static IReadOnlyList<ResultFile> Make(RunResult run, IReadOnlyList<ResultFile> tuned)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(tuned);
        ExperimentResults results = ExperimentResults.Of(run).Single();
        return
        [
            .. TuningPage.Write(results, [.. tuned.Select(file => file.Path)]),
            ScoresFile.Write(results, run.Results),
            TimesFile.Write(results, run.Results),
            .. SearchFile.Write(results, run.Results),
            .. tuned,
        ];
    }

    /// <summary>The answer in plain text, a line a table.</summary>
    public static IReadOnlyList<string> Answer(RunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return
        [
            .. TunedResult.Of(ExperimentResults.Of(run).Single()).GroupBy(one => one.Search.Dataset)
                .Select(table => MarkdownText.Plain(SearchAnswer.Sentences(table.Key, [.. table]))),
        ];
    }

    private static ResultFile FileOf(TableFile content, string folder) => new(
        Path.GetRelativePath(folder, content.Path).Replace('\\', '/'), Encoding.UTF8.GetString(content.Bytes));
}
