using FrameworkBench.Asking.Recognition;
using FrameworkBench.Charts;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;
using FrameworkBench.Wording;

namespace FrameworkBench.Asking;

/// <summary>Makes the page of an answer, and the tables that the terminal shows.</summary>
public static class AnswerPage
{
    /// <summary>What was understood of the table: column, read as, noticed.</summary>
    public static PageTable Understood(UnderstoodTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new PageTable(
            ["column", "read as", "noticed"],
            [.. table.Columns.Select(column => new[]
            {
                column.Name,
                column.Name == table.Dataset.TargetName
                    ? $"target: {(table.Dataset.IsClassification ? $"{table.Dataset.ClassNames.Count} classes" : "number")}" : column.Words,
                string.Join(", ", column.Notes),
            })]);
    }

    /// <summary>The scores of all models, the best first.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="metric">The primary metric.</param>
    public static PageTable Scores(FamilyAnswer answer, string metric)
    {
        ArgumentNullException.ThrowIfNull(answer);
        string[] others = metric switch
        {
            "r2" => ["rmse", "mae"],
            "accuracy" => ["roc_auc", "log_loss"],
            _ => ["accuracy", "log_loss"],
        };
        return new PageTable(
            ["model", "family", $">{TitleOf(metric)}", ">95 % interval", .. others.Select(name => $">{TitleOf(name)}"), ">fit"],
            [.. Sorted(answer).Select(model =>
            {
                MeanDifference expected = FamilyAnswer.ExpectedOf(model);
                return (string[])
                [
                    model.Title, model.Family == Family.Baseline ? "baseline" : AnswerWords.NameOf(model.Family),
                    LeadWords.Score(expected.Difference),
                    $"{LeadWords.Score(expected.Interval.Low)} to {LeadWords.Score(expected.Interval.High)}",
                    .. others.Select(name => !model.Others.TryGetValue(name, out double value) ? Figures.None
                        : metric == "r2" ? AnswerWords.Amount(value) : LeadWords.Score(value)),
                    Quantities.Seconds(model.FitSeconds),
                ];
            })]);
    }

    /// <summary>The sections of the page.</summary>
    public static IReadOnlyList<PageSection> Sections(AskedResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var words = new AnswerWords(result);
        List<PageSection> sections = [new("Answer", [words.Headline, .. words.Leaks, .. words.Sentences])];
        if (result.Answer is { } answer)
            sections.Add(new("Scores", [], Scores(answer, result.Table.Metric), Picture(answer, result)));
        if (result.WithLeaks is { } with)
            sections.Add(new("Scores with the suspected leak", [], Scores(with, result.Table.Metric)));
        sections.Add(new("What to do next", words.Next));
        sections.Add(new("How the table was read", result.Table.Warnings, Understood(result.Table)));
        sections.Add(new("How it was judged",
        [
            $"{result.Experiment?.Folds ?? AskedExperiment.FewestFolds}-fold cross-validation over "
            + $"{Figures.Whole(result.Used.Rows)} rows, repeated as time allowed{Together(result)}. "
            + "Each family is represented by the model with the highest mean score, which flatters "
            + "both slightly and alike.",
            .. result.Tried is { } tried
                ? [$"The tuned models have the best of {tried} settings, chosen on each split by rows of the training part alone."]
                : Array.Empty<string>(),
            "Intervals are 95 % corrected resampled t intervals (Nadeau and Bengio 2003); chances use the Bayesian correlated t test "
            + "(Corani and Benavoli 2015). They are about "
            + $"scores {words.NewRows} of the same kind as these.",
        ]));
        return sections;
    }

    private static string Together(AskedResult result)
    {
        string[] rows =
        [
            .. result.Used.GroupName is { } group ? [$"rows of one '{group}'"] : Array.Empty<string>(),
            .. result.Experiment?.KeepsCopies == false ? [] : new[] { "rows with equal inputs" },
        ];
        return rows.Length == 0 ? "" : $"; {Phrase.And(rows)} share a fold";
    }

    private static ForestChart Picture(FamilyAnswer answer, AskedResult result)
    {
        string metric = result.Table.Metric;
        return new ForestChart($"Expected {TitleOf(metric)} {new AnswerWords(result).NewRows}", new Axis(TitleOf(metric)),
        [
            .. Sorted(answer).Select(model =>
            {
                MeanDifference expected = FamilyAnswer.ExpectedOf(model);
                return new ForestRow(model.Title, expected.Difference, expected.Interval.Low, expected.Interval.High);
            }),
        ])
        {
            Reference = null,
            IntervalLabel = "95 % corrected resampled t interval",
        };
    }

    private static IEnumerable<ModelScores> Sorted(FamilyAnswer answer) =>
        answer.Models.OrderByDescending(model => FamilyAnswer.ExpectedOf(model).Difference);

    private static string TitleOf(string name) => MetricRegistry.Find(name)!.Title;
}
