using FrameworkBench.Results.Suite;
using FrameworkBench.Statistics;
using FrameworkBench.Statistics.Hierarchical;

namespace FrameworkBench.Asking;

/// <summary>
/// The answer for one table: which family is better, by how much and how sure.
/// </summary>
/// <remarks>
/// A family is represented by the model with the highest mean score. That flatters both alike and a little: choosing on the other folds
/// would be unbiased on large tables, but on small ones it picks whichever model is worse on the fold that is left. Intervals are those of
/// Nadeau and Bengio (2003), which are wide enough for it, as a simulation in the tests shows; chances are those of Corani and Benavoli
/// (2015).
/// </remarks>
public sealed record FamilyAnswer
{
    /// <summary>The least lead that matters, in accuracy or R².</summary>
    public const double Margin = TableVerdicts.Equivalence;

    /// <summary>The scores of all models.</summary>
    public required IReadOnlyList<ModelScores> Models { get; init; }

    /// <summary>The best model of each family.</summary>
    public required IReadOnlyDictionary<Family, ModelScores> Best { get; init; }

    /// <summary>Expected score of each family on new rows.</summary>
    public required IReadOnlyDictionary<Family, MeanDifference> Expected { get; init; }

    /// <summary>By how much trees lead networks.</summary>
    public required MeanDifference Lead { get; init; }

    /// <summary>How probable it is that trees are worse, equal within the margin, and better.</summary>
    public required RopeProbabilities Chances { get; init; }

    /// <summary>By how much the better family leads the constant model; null where that gave no score.</summary>
    public required MeanDifference? OverConstant { get; init; }

    /// <summary>By how much the other family leads the constant model; null where that gave no score.</summary>
    public required MeanDifference? TrailingOverConstant { get; init; }

    /// <summary>By how much the better family leads the linear model; null where that gave no score.</summary>
    public required MeanDifference? OverLinear { get; init; }

    /// <summary>By how much the linear model leads the constant one; null where either gave no score.</summary>
    public required MeanDifference? LinearOverConstant { get; init; }

    /// <summary>Whether neither a family nor the linear model is better than the constant one beyond chance.</summary>
    public bool IsGuessing => OverConstant is { Interval.Low: <= 0 } && LinearOverConstant is not { Interval.Low: > 0 };

    /// <summary>Whether the linear model is better than guessing, and no family is better than it, beyond chance.</summary>
    public bool IsLinearEnough => OverLinear is { Interval.Low: <= 0 } && LinearOverConstant is { Interval.Low: > 0 };

    /// <summary>Expected score of the linear model on new rows; null where that gave no score.</summary>
    public required MeanDifference? Linear { get; init; }

    /// <summary>Splits that the answer rests on.</summary>
    public required int Splits { get; init; }

    /// <summary>The family with the higher expected score.</summary>
    public Family Leading => Lead.Difference >= 0 ? Family.Trees : Family.Networks;

    /// <summary>The other one.</summary>
    public Family Trailing => Lead.Difference >= 0 ? Family.Networks : Family.Trees;

    /// <summary>Which family is better beyond chance.</summary>
    public FamilyVerdict Verdict => IsEqual ? FamilyVerdict.TooClose : Lead.Interval switch
    {
        { IsBounded: true, Low: > 0 } => FamilyVerdict.Trees,
        { IsBounded: true, High: < 0 } => FamilyVerdict.Networks,
        _ => FamilyVerdict.TooClose,
    };

    /// <summary>Whether the difference is probably smaller than what matters.</summary>
    public bool IsEqual => Chances.Within >= 0.5;

    /// <summary>The lead as seen from the leading family: at least 0.</summary>
    public MeanDifference LeadOfLeading => Lead.Difference >= 0 ? Lead : Lead with
    {
        Difference = -Lead.Difference,
        Interval = new Interval(-Lead.Interval.High, -Lead.Interval.Low, Lead.Interval.Confidence),
    };

    /// <summary>Whether a family's strong model has no score, since there was no time for it.</summary>
    public bool LacksStrong(Family family) =>
        AskedModels.StrongModels.Any(name => AskedModels.FamilyOf(name) == family && Models.All(model => model.Name != name));

    /// <summary>How probable it is that the leading family is better by more than the margin.</summary>
    public double ChanceOfLeading => Lead.Difference >= 0 ? Chances.Above : Chances.Below;

    /// <summary>Answers from the scores of models; null where a family has none.</summary>
    /// <param name="models">The models that have the scores of a whole repeat.</param>
    public static FamilyAnswer? Of(IReadOnlyList<ModelScores> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        if (models is not [{ } any, ..])
            return null;
        int[] splits =
        [
            .. from repeat in Enumerable.Range(0, models.Max(model => model.Scores.Count) / any.Folds)
               where models.All(model => model.IsWhole(repeat))
               from split in any.SplitsOf(repeat)
               select split,
        ];
        if (splits.Length == 0)
            return null;
        double testTrainRatio = any.TestTrainRatio;
        var byFamily = models.ToLookup(model => model.Family);
        if (!byFamily[Family.Trees].Any() || !byFamily[Family.Networks].Any())
            return null;
        var best = byFamily.Where(family => family.Key != Family.Baseline)
            .ToDictionary(family => family.Key, family => family.MaxBy(model => model.Mean(splits))!);
        double[] trees = ScoresOf(Family.Trees), networks = ScoresOf(Family.Networks);
        double[] differences = [.. trees.Zip(networks, (one, other) => one - other)];
        MeanDifference lead = CorrectedResampledTTest.Of(differences, testTrainRatio);
        (double[] leading, double[] trailing) = lead.Difference >= 0 ? (trees, networks) : (networks, trees);
        double[]? constant = Baseline(AskedModels.Constant), linear = Baseline(AskedModels.Linear);
        return new FamilyAnswer
        {
            Models = models,
            Best = best,
            Expected = new Dictionary<Family, MeanDifference>
            {
                [Family.Trees] = ExpectedOf(best[Family.Trees], splits),
                [Family.Networks] = ExpectedOf(best[Family.Networks], splits),
            },
            Lead = lead,
            Chances = BayesianCorrelatedTTest.Of(differences, testTrainRatio, Margin),
            OverConstant = Over(leading, constant),
            TrailingOverConstant = Over(trailing, constant),
            OverLinear = Over(leading, linear),
            LinearOverConstant = Over(linear, constant),
            Linear = models.FirstOrDefault(model => model.Name == AskedModels.Linear) is { } straight ? ExpectedOf(straight) : null,
            Splits = splits.Length,
        };

        double[] ScoresOf(Family family) => [.. splits.Select(split => best[family].Scores[split])];

        double[]? Baseline(string name) => models.FirstOrDefault(model => model.Name == name) is { } baseline
            ? [.. splits.Select(split => baseline.Scores[split])] : null;

        MeanDifference? Over(double[]? scores, double[]? baseline) =>
            scores is null || baseline is null ? null : CorrectedResampledTTest.Of(scores, baseline, testTrainRatio);
    }

    /// <summary>Expected score of one model on new rows.</summary>
    public static MeanDifference ExpectedOf(ModelScores model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return ExpectedOf(model, model.Scores.Keys.Order());
    }

    private static MeanDifference ExpectedOf(ModelScores model, IEnumerable<int> splits)
    {
        double[] scores = [.. splits.Select(split => model.Scores[split])];
        if (model.AreDetermination)
            return PooledDetermination.Expected(scores, model.TestTrainRatio);
        return ExactShare.Expected(scores, model.TestTrainRatio, model.TestedRows);
    }
}
