using System.Globalization;
using FrameworkBench.Claims;
using FrameworkBench.Engines.Parity;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Reporting.Markdown;
using FrameworkBench.Reporting.Wording;

namespace FrameworkBench.Reporting;

/// <summary>Writes <c>parity.md</c> and <c>parity.csv</c>: how far engines are apart when they start alike.</summary>
public static class ParityWriter
{
    /// <summary>The page's file.</summary>
    internal const string PageName = "parity.md";

    private const string List = ".parity";

    private static readonly string[] Columns =
        ["experiment", "engine", "version", "precision", "updates", "max_loss_difference", "max_probability_difference", "verdict"];

    /// <summary>Writes both files into a folder, which is made if need be, or none.</summary>
    /// <param name="rows">The networks, number by number.</param>
    /// <param name="trees">The trees, by their scores.</param>
    /// <param name="folder">Where the files go.</param>
    /// <exception cref="IOException">A file cannot be written; the folder is as it was before.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static void Write(IReadOnlyList<ParityRow> rows, IReadOnlyList<EngineEquivalence> trees, string folder)
    {
        ResultsFolder.Put(Make(rows, trees), folder, kept: _ => false, List);
    }

    /// <summary>Makes both files.</summary>
    public static IReadOnlyList<ResultFile> Make(IReadOnlyList<ParityRow> rows, IReadOnlyList<EngineEquivalence> trees)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(trees);
        return [new ResultFile(PageName, Page(rows, trees)), new ResultFile("parity.csv", Csv(rows))];
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

    private static string Page(IReadOnlyList<ParityRow> rows, IReadOnlyList<EngineEquivalence> trees)
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

        AddTrees(page, trees);
        return page.ToString();
    }

    private static void AddTrees(MarkdownDocument page, IReadOnlyList<EngineEquivalence> trees)
    {
        if (trees.Count == 0)
            return;

        page.Heading(2, "Trees")
            .Paragraph("Histogram edges and the order of equal gains differ between engines, so trees are not compared number by number but by their scores over the same splits. "
                + $"Two engines are equivalent when the mean difference from `{ParityPass.Reference}` lies within ±{Figures.Number(EngineEquivalence.Margin)} (accuracy, or R² for a regression) by two one-sided tests, corrected for splits that share training rows.");
        var table = new MarkdownTable("data set", "model", "engine", "evidence, with its interval", "verdict");
        foreach (EngineEquivalence row in trees.Where(row => row.Finding.Ruling != Ruling.NotJudged))
            table.Add($"`{row.Dataset}`", row.Model, $"`{row.Engine}`", row.Finding.Evidence, Word(row.Finding.Ruling));
        AddPooled(page, PooledEquivalence.Of(trees));
        page.Heading(3, "Table by table").Table(table)
            .List([.. trees.Where(row => row.Finding.Ruling == Ruling.NotJudged).Select(row => $"`{row.Engine}`, {row.Model}: {row.Finding.Evidence}").Distinct()]);
    }

    private static void AddPooled(MarkdownDocument page, IReadOnlyList<PooledEquivalence> pooled)
    {
        if (pooled.Count == 0)
            return;

        var table = new MarkdownTable("experiment", "model", "engine", ">tables", ">mean lead over `" + ParityPass.Reference + "`, 95 %", "furthest behind", "furthest ahead", "verdict");
        foreach (PooledEquivalence row in pooled)
        {
            table.Add(row.Experiment, row.Model, $"`{row.Engine}`", $"{row.Lead.Count}",
                $"{Lead(row.Lead.Mean)} [{Lead(row.Lead.Interval.Low)}, {Lead(row.Lead.Interval.High)}]",
                $"{Lead(row.Behind.Lead)} on `{row.Behind.Dataset}`", $"{Lead(row.Ahead.Lead)} on `{row.Ahead.Dataset}`", Word(row.Ruling));
        }

        page.Heading(3, "Over many tables")
            .Paragraph($"A table counts once, by its mean lead; the interval is Student's over tables. Equivalent here: the whole interval lies within ±{Figures.Number(PooledEquivalence.Margin)}.")
            .Table(table);
    }

    // Half a point is the margin: a decimal more than elsewhere.
    private static string Lead(double value) => LeadWords.Signed(value, decimals: 4);

    private static string Word(Ruling ruling) => ruling switch
    {
        Ruling.Holds => "equivalent",
        Ruling.DoesNotHold => "different",
        _ => "inconclusive",
    };

    private static string Csv(IReadOnlyList<ParityRow> rows) => CsvText.Of(
        Columns,
        rows.Select(row => new[] { row.Experiment, row.Engine, row.Version, Width(row.Precision), $"{row.Updates}", Scientific(row.LossDifference), Scientific(row.ProbabilityDifference), Word(row) }));

    private static string Width(Precision precision) => precision == Precision.Float32 ? "float32" : "float64";

    private static string Scientific(double? value) => value?.ToString("0.0e+0", CultureInfo.InvariantCulture) ?? "";
}
