using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using FrameworkBench.Engines.Parity;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Reporting.Markdown;

namespace FrameworkBench.Reporting;

/// <summary>Writes <c>parity.md</c> and <c>parity.csv</c>: how far engines are apart when they start alike.</summary>
public static class ParityWriter
{
    private static readonly string[] Columns =
        ["experiment", "engine", "version", "precision", "updates", "max_loss_difference", "max_probability_difference", "verdict"];

    /// <summary>Writes both files into a folder, which is made if need be.</summary>
    public static void Write(IReadOnlyList<ParityRow> rows, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (ResultFile file in Make(rows))
            File.WriteAllText(Path.Combine(folder, file.Path), file.Text);
    }

    /// <summary>Makes both files.</summary>
    public static IReadOnlyList<ResultFile> Make(IReadOnlyList<ParityRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return [new ResultFile("parity.md", Page(rows)), new ResultFile("parity.csv", Csv(rows))];
    }

    /// <summary>A verdict in words, with the reason where nothing was compared.</summary>
    public static string Word(ParityRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Verdict switch
        {
            ParityVerdict.Agrees => "agrees",
            ParityVerdict.Differs => "differs",
            ParityVerdict.Failed => $"failed: {row.Reason}",
            _ => $"not supported: {row.Reason}",
        };
    }

    private static string Page(IReadOnlyList<ParityRow> rows)
    {
        var compared = rows.Where(row => row.Verdict is ParityVerdict.Agrees or ParityVerdict.Differs).ToList();
        var page = new MarkdownDocument()
            .Heading(1, "Do the engines do the same work?")
            .Paragraph($"Of {compared.Count} comparisons {compared.Count(row => row.Verdict == ParityVerdict.Agrees)} agree and {compared.Count(row => row.Verdict == ParityVerdict.Differs)} differ.")
            .Paragraph($"Every engine trains the same network from the same initial weights on the same batches. Compared is each with `{ParityPass.Reference}` in 64 bits: "
                + "the largest relative difference of the epoch losses over the first hundred updates, and the largest difference of the predicted probabilities after the last epoch "
                + "(for a regression, of the predicted values, as a share of their range). "
                + $"Engines agree when the losses differ by no more than {ParityRow.Tolerance(Precision.Float32):0e+0} in 32 bits and {ParityRow.Tolerance(Precision.Float64):0e+0} in 64. "
                + "scikit-learn's Adam adds its ε before the bias correction where PyTorch's adds it after, so it differs by a little in 64 bits. "
                + "Final probabilities are shown and not judged: after thousands of updates rounding alone can part two runs.");
        foreach (var experiment in rows.GroupBy(row => row.Experiment))
        {
            var table = new MarkdownTable("engine", "version", "precision", ">updates", ">loss difference", ">probability difference", "verdict");
            foreach (ParityRow row in experiment.Where(row => row.LossDifference is not null || row.Verdict == ParityVerdict.Failed))
                table.Add($"`{row.Engine}`", row.Version, Width(row.Precision), $"{row.Updates}", Scientific(row.LossDifference), Scientific(row.ProbabilityDifference), Word(row));
            string[] absent = [.. experiment.Where(row => row.Verdict == ParityVerdict.NotSupported).Select(row => $"`{row.Engine}`: {row.Reason}").Distinct()];
            page.Heading(2, experiment.Key).Table(table).List(absent);
        }

        return page.ToString();
    }

    private static string Csv(IReadOnlyList<ParityRow> rows)
    {
        using var text = new StringWriter { NewLine = "\n" };
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }))
        {
            foreach (string column in Columns)
                csv.WriteField(column);
            csv.NextRecord();
            foreach (ParityRow row in rows)
            {
                foreach (string cell in new[] { row.Experiment, row.Engine, row.Version, Width(row.Precision), $"{row.Updates}", Scientific(row.LossDifference), Scientific(row.ProbabilityDifference), Word(row) })
                    csv.WriteField(cell);
                csv.NextRecord();
            }
        }

        return text.ToString();
    }

    private static string Width(Precision precision) => precision == Precision.Float32 ? "float32" : "float64";

    private static string Scientific(double? value) => value?.ToString("0.0e+0", CultureInfo.InvariantCulture) ?? "";
}
