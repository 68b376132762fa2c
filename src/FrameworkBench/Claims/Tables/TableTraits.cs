using FrameworkBench.Experiments.Claims;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Claims.Tables;

/// <summary>What a claim across data sets distinguishes tables by. All but smoothness is known before any model is fitted.</summary>
/// <param name="Table">What is known before.</param>
/// <param name="IsSmooth">Whether a straight line comes close: see <see cref="SmoothShare"/>. Null when no linear or constant model was run
/// on it.</param>
public sealed record TableTraits(TableFacts Table, bool? IsSmooth)
{
    /// <summary>
    /// A table is smooth when the linear model comes at least this share of the way from the constant model's score to the best model's.
    /// </summary>
    public const double SmoothShare = 0.9;

    /// <summary>The data set's name.</summary>
    public string Dataset => Table.Dataset;

    /// <summary>Its rows.</summary>
    public int Rows => Table.Rows;

    /// <summary>Describes a table by the trials on it.</summary>
    /// <param name="trials">Trials of one experiment on one data set, by one engine or by several whose claims are judged together; at
    /// least one.</param>
    public static TableTraits Of(IReadOnlyList<TrialEvidence> trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        return new TableTraits(trials[0].Table, Smooth(trials));
    }

    /// <summary>Whether the table is one of a slice. A table whose smoothness is unknown is neither smooth nor not.</summary>
    /// <param name="slice">The slice; null has every table.</param>
    public bool LiesIn(TableSlice? slice) => slice is null
        || (Rows >= (slice.RowsFrom ?? 0)
            && Rows < (slice.RowsBelow ?? int.MaxValue)
            && (slice.Columns ?? Kind) == Kind
            && (slice.Smooth is null || slice.Smooth == IsSmooth)
            && (slice.Task ?? Task) == Task);

    private TableColumns Kind => Table.IsMixed ? TableColumns.Mixed : TableColumns.Numeric;

    private TableTask Task => Table.IsClassification ? TableTask.Classification : TableTask.Regression;

    private static bool? Smooth(IReadOnlyList<TrialEvidence> trials)
    {
        var means = trials
            .Where(trial => trial.Read(ScoreWay.Score) is not null)
            .GroupBy(trial => trial.Model)
            .ToDictionary(model => model.Key, model => model.Average(trial => trial.Read(ScoreWay.Score)!.Value));
        double[] constant = [.. means.Where(model => model.Key.Spec is ConstantSpec).Select(model => model.Value)];
        double[] linear = [.. means.Where(model => model.Key.Spec is LinearSpec).Select(model => model.Value)];
        if (constant.Length == 0 || linear.Length == 0)
            return null;
        double gain = means.Values.Max() - constant.Max();
        return gain <= 0 || linear.Max() - constant.Max() >= SmoothShare * gain;
    }
}
