using FrameworkBench.Claims;
using FrameworkBench.Engines.Parity;
using FrameworkBench.Pages;
using FrameworkBench.Pages.Data;
using FrameworkBench.Pages.Ledger;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Wording;

namespace FrameworkBench.Writing;

/// <summary>Writes <c>parity/README.md</c> and <c>parity/parity.csv</c>: how far engines are apart when they start alike.</summary>
public static class ParityWriter
{
    private static readonly string[] Columns =
    [
        "experiment", "check", "engine", "version", "precision", "updates", "max_loss_difference", "max_probability_difference",
        "probability_tolerance",
        "own_definition", "definition_difference", "verdict",
    ];

    /// <summary>Writes both files into a folder, which is made if need be, or none.</summary>
    /// <param name="rows">The networks, number by number.</param>
    /// <param name="trees">The trees, by their scores.</param>
    /// <param name="folder">Where the files go.</param>
    /// <exception cref="IOException">A file cannot be written; the folder is as it was before.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static void Write(IReadOnlyList<ParityRow> rows, IReadOnlyList<EngineEquivalence> trees, string folder)
    {
        ResultsFolder.Put(Make(rows, trees), folder);
    }

    /// <summary>Makes both files.</summary>
    public static IReadOnlyList<ResultFile> Make(IReadOnlyList<ParityRow> rows, IReadOnlyList<EngineEquivalence> trees)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(trees);
        return [new ResultFile(SummaryPage.Parity, Page(rows, trees)), new ResultFile(SummaryPage.ParityData, Csv(rows))];
    }

    /// <summary>A verdict in words, with the reason where nothing was compared.</summary>
    public static string Word(ParityRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Verdict switch
        {
            ParityVerdict.Agrees => "agrees",
            ParityVerdict.Differs => "differs",
            ParityVerdict.DiffersByDefinition => $"differs by definition: {row.OwnDefinition}",
            ParityVerdict.Failed => $"failed: {row.Reason}",
            _ => $"not supported: {row.Reason}",
        };
    }

    private static string Page(IReadOnlyList<ParityRow> rows, IReadOnlyList<EngineEquivalence> trees)
    {
        var page = new MarkdownDocument()
            .Heading(1, "Do the engines do the same work?")
            .Paragraph(Counts(rows))
            .Paragraph("Every engine trains the same network from the same initial weights on the same batches, dropping the same units. "
                + $"Each engine is compared with `{ParityPass.Reference}` in 64 bits: "
                + "by the largest relative difference of the epoch losses over the first hundred updates, "
                + "and by the largest difference of the final predicted probabilities in inference mode (for regression, "
                + "of the predicted values relative to their range). "
                + $"Losses may differ by {Scale(ParityRow.LossTolerance)}. "
                + $"Probabilities may differ by {Scale(ParityRow.LeastTolerance)}, "
                + "or by ten times the growth of rounding errors in that network if that is more. "
                + $"To measure the growth, `{ParityPass.Reference}` trains from four starts that differ by rounding; "
                + "the furthest from the reference counts. "
                + "Batch normalisation increases it: the biases before it have no gradient but rounding errors, "
                + "which Adam scales to full steps.");
        foreach (var experiment in Of(rows, ParityCheck.Training).GroupBy(row => row.Experiment))
        {
            var table =
                new MarkdownTable(
                    "engine", "version", "precision", ">updates", ">loss difference", ">probability difference", ">tolerance", "verdict");
            foreach (ParityRow row in experiment.Where(row => row.Verdict != ParityVerdict.NotSupported))
                table.Add(
                    $"`{row.Engine}`", row.Version, Width(row.Precision), $"{row.Updates}", Scientific(row.LossDifference),
                    Scientific(row.PredictionDifference), Scientific(row.PredictionTolerance), Word(row));
            page.Heading(2, experiment.Key).Table(table).List(Absent(experiment));
        }

        AddNativeSteps(page, [.. Of(rows, ParityCheck.NativeStep)]);
        AddWithoutSteps(page, rows);
        AddPreparations(page, [.. Of(rows, ParityCheck.Preparation)]);
        AddTrees(page, trees);
        return page.ToString();
    }

    private static void AddNativeSteps(MarkdownDocument page, IReadOnlyList<ParityRow> rows)
    {
        if (rows.Count == 0)
            return;

        page.Heading(2, "One step with each framework's own formulas")
            .Paragraph("For the curves above, the scikit-learn and Keras engines use the reference's Adam, "
                + "and Keras also its batch normalisation. "
                + "Here every engine takes one step on all training rows with its framework's own formulas, as in the experiments. "
                + $"Where a framework defines a term differently, `{ParityPass.Reference}` also takes the step by that definition. "
                + "*By definition* is the distance between that step and the specification's. "
                + "*Beyond it* is the engine's remaining distance, "
                + $"at most {Scale(ParityRow.StepTolerance)} or ten times the growth of rounding errors.");
        var table =
            new MarkdownTable(
                "network", "engine", "precision", "framework's own definition", ">by definition", ">beyond it", ">tolerance", "verdict");
        foreach (ParityRow row in rows.Where(row => row.Verdict != ParityVerdict.NotSupported))
            table.Add(
                row.Experiment, $"`{row.Engine}`", Width(row.Precision), row.OwnDefinition ?? "", Scientific(row.DefinitionDifference),
                Scientific(row.PredictionDifference), Scientific(row.PredictionTolerance), Word(row));
        page.Table(table).List(Absent(rows.Where(row => row.Reason == ParityRow.NoNativeStep)));
    }

    private static void AddWithoutSteps(MarkdownDocument page, IReadOnlyList<ParityRow> rows)
    {
        IEnumerable<string> steps = Of(rows, ParityCheck.NativeStep).Select(row => row.Experiment);
        string[] without = [.. Of(rows, ParityCheck.Training).Select(row => row.Experiment).Except(steps)];
        if (without.Length > 0)
        {
            page.Paragraph("Compared by whole trainings only, since no framework has formulas of its own for these networks: "
                + $"{string.Join(", ", without.Select(name => $"`{name}`"))}.");
        }
    }

    private static void AddPreparations(MarkdownDocument page, IReadOnlyList<ParityRow> rows)
    {
        if (rows.Count == 0)
            return;

        page.Heading(2, "Preparation")
            .Paragraph("A network of one linear unit that does not learn predicts a weighted sum of each row's inputs, "
                + "and its loss depends on all training rows and targets. "
                + "The harness computes both from its own preparation (scaled numbers, one-hot categories, "
                + "imputed and flagged missing values) without any engine. "
                + $"Both may differ by {Scale(ParityRow.LeastTolerance)}.");
        var table = new MarkdownTable("table", "engine", "precision", ">training rows: loss", ">predicted rows: sums", "verdict");
        foreach (ParityRow row in rows.Where(row => row.Verdict != ParityVerdict.NotSupported))
            table.Add(
                row.Experiment, $"`{row.Engine}`", Width(row.Precision), Scientific(row.LossDifference),
                Scientific(row.PredictionDifference), Word(row));
        page.Table(table);
    }

    private static IEnumerable<ParityRow> Of(IReadOnlyList<ParityRow> rows, ParityCheck check) => rows.Where(row => row.Check == check);

    private static string Counts(IReadOnlyList<ParityRow> rows)
    {
        int agree = rows.Count(row => row.Verdict == ParityVerdict.Agrees),
        differ = rows.Count(row => row.Verdict == ParityVerdict.Differs);
        int byDefinition = rows.Count(row => row.Verdict == ParityVerdict.DiffersByDefinition);
        return byDefinition == 0
            ? $"Of {agree + differ} comparisons {agree} agree and {differ} differ."
            : $"Of {agree + differ + byDefinition} comparisons {agree} agree, {differ} differ, "
                + $"and {byDefinition} differ because a framework defines a term differently.";
    }

    private static string[] Absent(IEnumerable<ParityRow> rows) =>
        [.. rows.Where(row => row.Verdict == ParityVerdict.NotSupported).Select(row => $"`{row.Engine}`: {row.Reason}").Distinct()];

    private static string Scale(Func<Precision, double> tolerance) =>
        $"{Figures.Scientific(tolerance(Precision.Float32), decimals: 0)} in 32 bits and "
            + $"{Figures.Scientific(tolerance(Precision.Float64), decimals: 0)} in 64";

    private static void AddTrees(MarkdownDocument page, IReadOnlyList<EngineEquivalence> trees)
    {
        if (trees.Count == 0)
            return;

        page.Heading(2, "Trees")
            .Paragraph("Engines differ in histogram edges and in the order of equal gains, "
                + "so trees are compared by their scores over the same splits, not number by number. "
                + $"An engine is equivalent if its mean difference from `{ParityPass.Reference}` lies within "
                + $"±{Figures.Number(EngineEquivalence.Margin)} (accuracy, or R² for regression) by two one-sided tests, "
                + "corrected for splits that share training rows.");
        var table = new MarkdownTable("data set", "model", "engine", "evidence [interval]", "verdict");
        foreach (EngineEquivalence row in trees.Where(row => row.CanDecide))
            table.Add($"`{row.Dataset}`", row.Model, $"`{row.Engine}`", row.Finding.Evidence, Word(row.Finding.Ruling));
        AddPooled(page, PooledEquivalence.Of(trees));
        int pooledOnly = trees.Count(row => row.Finding.Ruling != Ruling.NotJudged && !row.CanDecide);
        page.Heading(3, "Table by table")
            .Paragraph(pooledOnly == 0 ? "" : $"{Counting.Of(pooledOnly, "comparison")} of fewer than {LeastTrials.Count} pairs "
                + $"{(pooledOnly == 1 ? "is" : "are")} not listed: "
                + "they are too few to decide on one table and count only over many tables.")
            .Table(table)
            .List([.. trees.Where(row => row.Finding.Ruling == Ruling.NotJudged)
            .Select(row => $"`{row.Engine}`, {row.Model}: {row.Finding.Evidence}").Distinct()]);
    }

    private static void AddPooled(MarkdownDocument page, IReadOnlyList<PooledEquivalence> pooled)
    {
        if (pooled.Count == 0)
            return;

        var table =
            new MarkdownTable(
                "experiment", "model", "engine", ">tables", ">mean lead over `" + ParityPass.Reference + "`, 95 %", "furthest behind",
                "furthest ahead", "verdict");
        foreach (PooledEquivalence row in pooled)
        {
            table.Add(row.Experiment, row.Model, $"`{row.Engine}`", $"{row.Lead.Count}",
                $"{Lead(row.Lead.Mean)} [{Lead(row.Lead.Interval.Low)}, {Lead(row.Lead.Interval.High)}]",
                $"{Lead(row.Behind.Lead)} on `{row.Behind.Dataset}`", $"{Lead(row.Ahead.Lead)} on `{row.Ahead.Dataset}`", Word(row.Ruling));
        }

        page.Heading(3, "Over many tables")
            .Paragraph("Each table counts once, by its mean lead; the interval is Student's over tables. "
                + $"Equivalent means that the whole interval lies within ±{Figures.Number(PooledEquivalence.Margin)}.")
            .Table(table);
    }

    /// <summary>A lead with its sign. Half a point is the margin: a decimal more than elsewhere.</summary>
    internal static string Lead(double value) => Figures.Signed(value, decimals: 4);

    private static string Word(Ruling ruling) => ruling switch
    {
        Ruling.Holds => "equivalent",
        Ruling.DoesNotHold => "different",
        _ => "inconclusive",
    };

    private static string Csv(IReadOnlyList<ParityRow> rows) => CsvText.Of(
        Columns,
        rows.Select(row => new[]
        {
            row.Experiment, WordOf(row.Check), row.Engine, row.Version, Width(row.Precision), $"{row.Updates}",
            Scientific(row.LossDifference),
            Scientific(row.PredictionDifference), Scientific(row.PredictionTolerance), row.OwnDefinition ?? "",
            Scientific(row.DefinitionDifference), Word(row),
        }));

    /// <summary>A check in words.</summary>
    public static string WordOf(ParityCheck check) => check switch
    {
        ParityCheck.NativeStep => "native step",
        ParityCheck.Preparation => "preparation",
        _ => "training",
    };

    private static string Width(Precision precision) => precision == Precision.Float32 ? "float32" : "float64";

    /// <summary>A difference, or nothing where there is none.</summary>
    internal static string Scientific(double? value) => value is double known ? Figures.Scientific(known) : "";
}
