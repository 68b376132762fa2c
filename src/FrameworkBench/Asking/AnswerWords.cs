using FrameworkBench.Claims;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;
using FrameworkBench.Wording;

namespace FrameworkBench.Asking;

/// <summary>The answer in sentences.</summary>
/// <param name="result">What was found.</param>
internal sealed class AnswerWords(AskedResult result)
{
    private const int MostColumns = 5;
    private const int ManySplits = 25;
    private const double LeastShare = 0.01;
    private const int MostRareNamed = 3;
    private const double MoreThanDrawn = 1.5;

    // With more digits a column of the table is wider than its header.
    private const double MostWhole = 1e7;

    private readonly string target = result.Used.TargetName;
    private readonly string metric = MetricRegistry.Find(result.Table.Metric)!.Title;

    /// <summary>The answer in one sentence.</summary>
    public string Headline => result.Answer is not { } answer ? NoAnswer
        : result.WithLeaks is null ? HeadlineOf(answer) : $"Without {Names()}: {Lower(HeadlineOf(answer))}";

    /// <summary>What a first answer says, before the strong models are fitted.</summary>
    public static string First(FamilyAnswer answer, string metric)
    {
        string scores = $"{MetricRegistry.Find(metric)!.Title} {LeadWords.Score(answer.Expected[Family.Trees].Difference)} for trees, "
            + $"{LeadWords.Score(answer.Expected[Family.Networks].Difference)} for networks";
        return $"First answer, default settings: "
            + $"{(answer.Verdict == FamilyVerdict.TooClose ? "too close to call" : NameOf(answer.Leading))} ({scores}).";
    }

    /// <summary>The answer at length, a sentence each.</summary>
    public IReadOnlyList<string> Sentences => result.Answer is not { } answer
        ? [.. Limits()]
        :
        [
            .. Ranking(), .. Later(answer), LeadOf(answer), .. Baselines(answer), .. Typical(answer), Cost(answer), .. Columns(answer),
            .. Elsewhere(answer), .. Limits(),
        ];

    /// <summary>Suspected leaks, a sentence each.</summary>
    public IReadOnlyList<string> Leaks =>
    [
        .. result.Leaks.Select(leak => $"Suspected leak: {(leak.IsNear
            ? $"'{leak.Column}' alone predicts '{target}' as well as all columns together"
            : $"'{leak.Column}' has {Figures.Percent(leak.Share, 0)} of the importance and alone predicts '{target}'")} "
            + $"({metric} {LeadWords.Score(leak.Alone)} against {LeadWords.Score(leak.Best)}). Is its value known before '{target}' is?"),
        .. result.WithLeaks is { } with
            ? new[] { $"With {Names()}, default settings: {Lower(HeadlineOf(with))}" } : [],
    ];

    /// <summary>What to do next, a sentence each.</summary>
    public IReadOnlyList<string> Next => [.. Steps()];

    private string NoAnswer =>
        $"No answer{(result.WithLeaks is null ? "" : $" without {Names()}")}: "
        + $"{(result.Failures.Count > 0 ? string.Join("; ", result.Failures.Take(2)) : "no family finished in time")}.";

    private string HeadlineOf(FamilyAnswer answer)
    {
        ModelScores best = answer.Best[answer.Leading], other = answer.Best[answer.Trailing];
        bool isLinearBest = answer is { Linear: not null, OverLinear.Difference: <= 0 };
        if (answer.IsGuessing)
            return $"{(result.Ranker is null ? "Nothing" : $"By {metric}, nothing")} predicts '{target}' better than guessing: the best "
                + $"model, {(isLinearBest ? "a linear one" : best.Title)}, reaches {metric} "
                + $"{WithInterval(isLinearBest ? answer.Linear! : answer.Expected[answer.Leading])} {NewRows}.";
        if (answer.Linear is { } linear && (isLinearBest || answer.OverConstant is { Interval.Low: <= 0 }))
            return $"A linear model is enough: its expected {metric} {NewRows} is {WithInterval(linear)}; {NameOf(answer.Leading)} reach "
                + $"{WithInterval(answer.Expected[answer.Leading])} ({best.Title}).";
        if (answer.Verdict == FamilyVerdict.TooClose)
            return $"{(answer.IsEqual ? "No difference that matters" : "Too close to call")}: expected {metric} {NewRows} is "
                + $"{WithInterval(answer.Expected[answer.Leading])} for "
                + $"{NameOf(answer.Leading)} ({best.Title}) and {WithInterval(answer.Expected[answer.Trailing])} for "
                + $"{NameOf(answer.Trailing)} ({other.Title}).";
        string score = $"{best.Title}, with an expected {metric} of {WithInterval(answer.Expected[answer.Leading])} {NewRows}";
        return answer.LacksStrong(answer.Trailing)
            ? $"No answer yet: of the models that fit the time, {NameOf(answer.Leading)} predict '{target}' best ({score}), but the "
                + $"strongest {(answer.Trailing == Family.Trees ? "trees" : "network")} had no time."
            : $"{Phrase.Capital(NameOf(answer.Leading))} predict '{target}' best: {score}.";
    }

    /// <summary>What a score is expected on.</summary>
    public string NewRows => result.Used.GroupName is { } group ? $"on rows of a new '{group}'" : "on new rows";

    private string LeadOf(FamilyAnswer answer)
    {
        if (IsNone(answer.Lead))
            return $"Trees ({answer.Best[Family.Trees].Title}) and networks ({answer.Best[Family.Networks].Title}) reach the same {metric} "
                + $"on each of {answer.Splits} splits.";
        MeanDifference lead = answer.LeadOfLeading;
        string who = $"{Phrase.Capital(NameOf(answer.Leading))} lead {NameOf(answer.Trailing)} "
            + $"({answer.Best[answer.Trailing].Title}, {LeadWords.Score(answer.Expected[answer.Trailing].Difference)})";
        string chances = answer.Verdict == FamilyVerdict.TooClose
            ? $"{LeadWords.Chance(answer.Chances.Above)} that trees are better by more than {Figures.Number(FamilyAnswer.Margin)}, "
                + $"{LeadWords.Chance(answer.Chances.Below)} that networks are, {LeadWords.Chance(answer.Chances.Within)} that neither is"
            : $"{LeadWords.Chance(answer.ChanceOfLeading)} that they are better by more than {Figures.Number(FamilyAnswer.Margin)}";
        return $"{who} by {LeadWords.WithInterval(lead.Difference, lead.Interval)}, 95 % interval over {answer.Splits} splits; "
            + $"the chance is {chances}.";
    }

    private static IEnumerable<string> Baselines(FamilyAnswer answer)
    {
        if (answer.OverConstant is { } constant)
            yield return $"Lead over guessing: {Over(constant)}"
                + (answer.OverLinear is { } linear
                    ? $"; over a linear model: {Over(linear)}"
                        + (linear.Interval.Low > 0 || IsNone(linear) ? "."
                            : linear.Interval.High < 0 ? ", so the linear model is better." : ", not significant.")
                    : ".");
    }

    private static string Over(MeanDifference lead) =>
        IsNone(lead) ? "none on any split" : LeadWords.WithInterval(lead.Difference, lead.Interval);

    // An interval without width would look like certainty about new rows.
    private static bool IsNone(MeanDifference lead) => lead is { Difference: 0, Interval: { Low: 0, High: 0 } };

    private IEnumerable<string> Ranking()
    {
        if (result.Ranker is { } ranker)
            yield return $"But rows can be ranked: the expected ROC AUC {NewRows} is {WithInterval(FamilyAnswer.ExpectedOf(ranker))} "
                + $"({ranker.Title}); guessing gives 0.5.";
    }

    private IEnumerable<string> Later(FamilyAnswer answer)
    {
        if (result.Later is not { } later || later.BestOf(answer, Family.Trees) is not { } trees
            || later.BestOf(answer, Family.Networks) is not { } networks)
            yield break;
        string from = later.From.ToString(later.From.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", null);
        yield return $"Trained on the rows before {from} and tested on the {Figures.Whole(later.TestRows)} from then on "
            + $"(column '{later.Column}'): {metric} {LeadWords.Score(later.Scores[trees.Name])} for trees ({trees.Title}) and "
            + $"{LeadWords.Score(later.Scores[networks.Name])} for networks ({networks.Title}); on random folds: "
            + $"{LeadWords.Score(FamilyAnswer.ExpectedOf(trees).Difference)} and "
            + $"{LeadWords.Score(FamilyAnswer.ExpectedOf(networks).Difference)}. "
            + (later.Scores.TryGetValue(AskedModels.Linear, out double linear)
                && linear > Math.Max(later.Scores[trees.Name], later.Scores[networks.Name])
                    ? $"A linear model reaches {LeadWords.Score(linear)} on the later rows. " : "")
            + "Expect the scores of the later rows if you predict later dates.";
    }

    private IEnumerable<string> Typical(FamilyAnswer answer)
    {
        IReadOnlyDictionary<string, double> others = answer.Best[answer.Leading].Others;
        if (!result.Used.IsClassification && others.TryGetValue("rmse", out double rmse) && others.TryGetValue("mae", out double mae))
            yield return $"{Phrase.Capital(answer.Best[answer.Leading].Title)}: MAE {Amount(mae)}, RMSE {Amount(rmse)}, in the unit of "
                + $"'{target}'.";
        else if (result.Table.IsJudgedByArea)
            yield return $"One class is much more frequent: ROC AUC decides; accuracy is {LeadWords.Score(others["accuracy"])}, log loss "
                + $"{LeadWords.Score(others["log_loss"])}.";
    }

    private string Cost(FamilyAnswer answer)
    {
        ModelScores trees = answer.Best[Family.Trees], networks = answer.Best[Family.Networks];
        int rows = result.Used.Rows * (trees.Folds - 1) / trees.Folds;
        return $"One fit on {Figures.Whole(rows)} rows takes {Quantities.Seconds(trees.FitSeconds)} ({trees.Title}) or "
            + $"{Quantities.Seconds(networks.FitSeconds)} ({networks.Title}) on one core; 1,000 predictions take "
            + $"{Quantities.Seconds(trees.PredictSeconds)} or {Quantities.Seconds(networks.PredictSeconds)}.";
    }

    // What a model that is no better than guessing relies on is chance.
    private IEnumerable<string> Columns(FamilyAnswer answer)
    {
        if (answer.IsGuessing)
            yield break;
        string[] heavy =
        [
            .. result.Weights.Where(column => column.Share >= LeastShare).Take(MostColumns)
                .Select(column => $"{column.Column} ({Phrase.Unbroken(Figures.Percent(column.Share, 0))})"),
        ];
        if (heavy.Length > 0)
            yield return $"Most important columns, by share of the importance: {string.Join(", ", heavy)}.";
    }

    private IEnumerable<string> Elsewhere(FamilyAnswer answer)
    {
        if (answer.IsGuessing)
            yield break;
        var facts = TableFacts.Of(result.Used) with { Rows = result.Used.SampleOf ?? result.Used.Rows };
        double best = result.Table.IsJudgedByArea
            ? answer.Best.Values.Max(model => model.Others["accuracy"]) : answer.Expected[answer.Leading].Difference;
        if (PublicTablesWords.Of(answer, facts, best) is { } words)
            yield return words;
    }

    private IEnumerable<string> Limits()
    {
        if (result.Used.SampleOf is { } all)
            yield return $"Fitted on {Figures.Whole(result.Used.Rows)} of {Figures.Whole(all)} rows, drawn at random to fit the time; "
                + $"more rows may change the answer.{RareClasses()}";
        if (result.WithoutLater is { } without)
            yield return without;
        if (result.Unfinished.Count > 0)
            yield return $"Not finished: {string.Join("; ", result.Unfinished)}.";
        if (result.LacksLeakCheck)
            yield return $"There was no time to check whether a column gives '{target}' away.";
        foreach (string failure in result.Failures.Take(3))
            yield return $"Failed: {failure}.";
    }

    // A rare class is drawn more often than others, so that all folds have some of it.
    private string RareClasses()
    {
        if (!result.Table.IsJudgedByArea)
            return "";
        int[] all = result.Table.Dataset.ClassCounts(), used = result.Used.ClassCounts();
        double share = (double)result.Used.Rows / result.Table.Dataset.Rows;
        string read = result.Table.Dataset.SampleOf is null ? "" : " that were read";
        string[] rare =
        [
            .. from one in result.Used.ClassNames.Index()
               where used[one.Index] > MoreThanDrawn * share * all[one.Index]
               select (used[one.Index] == all[one.Index] ? "all" : $"{Figures.Whole(used[one.Index])} of the")
                   + $" {Figures.Whole(all[one.Index])} rows of '{one.Item}'{read}",
        ];
        string named = rare.Length <= MostRareNamed ? Phrase.And(rare) : $"rows of {rare.Length} rare classes";
        return rare.Length == 0 ? ""
            : $" The sample has {named}, more than chance would draw, so accuracy and log loss are not those of all rows.";
    }

    private string MoreOfRarest()
    {
        int[] counts = result.Table.Dataset.ClassCounts();
        string rarest = $"'{result.Used.ClassNames[Array.IndexOf(counts, counts.Min())]}'";
        return $"Collect more rows of {rarest}{(result.Used.GroupName is { } group ? $", with other values of '{group}'" : "")}: these are "
            + "too few to tell a model that finds them from guessing.";
    }

    private IEnumerable<string> Steps()
    {
        foreach (SuspectedLeak leak in result.Leaks)
            yield return $"Find out when '{leak.Column}' becomes known. If it is known in time, keep it: --keep "
                + $"{ShellWord.Quote(leak.Column)}; otherwise leave it out: --as {ShellWord.Quote($"{leak.Column}=ignore")}";
        if (result.Answer is not { } answer)
        {
            yield return result.Failures.Count > 0 ? "Look at why the models failed: more time may not help."
                : $"Give it more time: --time {Longer}";
            yield break;
        }

        if (result.Later is { } later && later.IsGuessing)
            yield return "Do not use these models for later dates: none beats guessing on the last rows."
                + (result.Used.IsClassification ? "" : $" Remove the trend first, such as by predicting changes in '{target}'.");
        ModelScores trees = answer.Best[Family.Trees], networks = answer.Best[Family.Networks];
        if (result.Ranker is { } ranker)
            yield return "If a ranking is enough, such as the rows most likely to be of a class, use probabilities instead of classes "
                + $"({ranker.Title}).";
        else if (answer.IsGuessing && result.Table is { IsImbalanced: true, IsJudgedByArea: false })
            yield return MoreOfRarest();
        else if (answer.IsGuessing)
            yield return "Look for columns related to the target, or for more rows: no choice of model helps here.";
        else if (answer.IsLinearEnough)
            yield return "Start with the linear model: nothing is clearly better, and it is interpretable.";
        else if (answer is { Verdict: FamilyVerdict.TooClose, TrailingOverConstant.Interval.Low: <= 0 })
            yield return $"Take {answer.Best[answer.Leading].Title}: the difference may be chance, but {NameOf(answer.Trailing)} may be no "
                + "better than guessing.";
        else if (answer.Verdict == FamilyVerdict.TooClose)
            yield return $"Take {(trees.FitSeconds <= networks.FitSeconds ? trees : networks).Title}: the difference may be chance, and "
                + "it is cheaper to fit.";
        else if (!answer.LacksStrong(answer.Trailing))
            yield return $"Take {answer.Best[answer.Leading].Title}; --save FILE.fb keeps it.";
        bool tunes = result.TunesInMoreTime && answer is { IsGuessing: false, IsLinearEnough: false };
        if (result.Used.SampleOf is not null || result.Unfinished.Count > 0 || tunes
            || (answer.Verdict == FamilyVerdict.TooClose && answer.Splits < ManySplits))
            yield return $"For a surer answer{(tunes ? ", with the strong models' settings searched" : "")}, give it more time: "
                + $"--time {Longer}";
    }

    private string Longer => $"{5 * (int)Math.Ceiling(result.Limit.TotalSeconds)}s";

    private string Names() => Phrase.And([.. result.Leaks.Select(leak => $"'{leak.Column}'")]);

    /// <summary>The name of a family, in a sentence.</summary>
    public static string NameOf(Family family) => family == Family.Trees ? "trees" : "networks";

    private static string WithInterval(MeanDifference score) =>
        LeadWords.ScoreWithInterval(score.Difference, score.Interval);

    /// <summary>An amount in the unit of a target: 0.0123, 1,235, 9.48e+8.</summary>
    internal static string Amount(double value) => value switch
    {
        >= MostWhole => Figures.Scientific(value, 2),
        >= 1_000 => Figures.Whole((long)Math.Round(value)),
        _ => $"{value:G3}",
    };

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
