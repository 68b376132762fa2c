using FrameworkBench.Datasets;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Scoring;

namespace FrameworkBench.Claims.Tables;

/// <summary>What a claim across data sets tells tables apart by. All but smoothness is known before any model is fitted.</summary>
/// <param name="Dataset">The data set's name.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Columns">Its input columns, before any coding.</param>
/// <param name="IsMixed">Whether some input is a category.</param>
/// <param name="IsClassification">Whether its target is a class.</param>
/// <param name="IsSmooth">Whether a straight line comes close: see <see cref="SmoothShare"/>. Null when no linear or constant model was run on it.</param>
public sealed record TableTraits(string Dataset, int Rows, int Columns, bool IsMixed, bool IsClassification, bool? IsSmooth)
{
    /// <summary>A table is smooth when the linear model comes at least this share of the way from the constant model's score to the best model's.</summary>
    public const double SmoothShare = 0.9;

    /// <summary>Describes a table by the results of one engine on it.</summary>
    /// <param name="results">Results of one experiment on one data set by one engine, at least one.</param>
    public static TableTraits Of(IReadOnlyList<TrialResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        Dataset table = results[0].Input.Dataset;
        return new TableTraits(
            table.Name,
            table.Features.Rows,
            table.Columns.Count,
            table.Columns.Any(column => column.Kind == ColumnKind.Categorical),
            table.IsClassification,
            Smooth(results));
    }

    /// <summary>Whether the table is one of a slice. A table whose smoothness is unknown is neither smooth nor not.</summary>
    /// <param name="slice">The slice; null has every table.</param>
    public bool LiesIn(TableSlice? slice) => slice is null
        || (Rows >= (slice.RowsFrom ?? 0)
            && Rows < (slice.RowsBelow ?? int.MaxValue)
            && (slice.Columns ?? Kind) == Kind
            && (slice.Smooth is null || slice.Smooth == IsSmooth)
            && (slice.Task ?? Task) == Task);

    private TableColumns Kind => IsMixed ? TableColumns.Mixed : TableColumns.Numeric;

    private TableTask Task => IsClassification ? TableTask.Classification : TableTask.Regression;

    private static bool? Smooth(IReadOnlyList<TrialResult> results)
    {
        var score = new MetricReference(TrialFigures.Score);
        var means = results
            .Where(result => result.Figure(score) is not null)
            .GroupBy(result => result.Trial.Model)
            .ToDictionary(model => model.Key, model => model.Average(result => result.Figure(score)!.Value));
        double[] constant = [.. means.Where(model => model.Key.Spec is ConstantSpec).Select(model => model.Value)];
        double[] linear = [.. means.Where(model => model.Key.Spec is LinearSpec).Select(model => model.Value)];
        if (constant.Length == 0 || linear.Length == 0)
            return null;
        double gain = means.Values.Max() - constant.Max();
        return gain <= 0 || linear.Max() - constant.Max() >= SmoothShare * gain;
    }
}
