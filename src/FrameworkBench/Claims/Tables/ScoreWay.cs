using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Scoring;

namespace FrameworkBench.Claims.Tables;

/// <summary>
/// The way on a table: how far the best model's mean score lies above the constant model's, by the same engine. Leads on tables of
/// different difficulty compare as shares of it.
/// </summary>
internal static class ScoreWay
{
    /// <summary>A table has a way when it is at least this long: in score, or of a loss as a share of the constant model's.</summary>
    internal const double Least = 0.02;

    /// <summary>The figure in which ways are measured.</summary>
    internal static MetricReference Score { get; } = new(TrialFigures.Score);

    /// <summary>The way in score; null where it is too short, or where no constant or no other model has a score.</summary>
    /// <param name="table">All trials of one experiment on one table, by one engine or by several whose mean way is taken.</param>
    internal static double? Of(IEnumerable<TrialEvidence> table) => Of(table, trial => trial.Read(Score), Least);

    /// <summary>The way in a loss, likewise; it is too short below a share <see cref="Least"/> of the constant model's loss.</summary>
    /// <param name="table">The trials, likewise.</param>
    /// <param name="loss">Reads the loss; null when the trial does not have it.</param>
    internal static double? OfLoss(IEnumerable<TrialEvidence> table, Func<TrialEvidence, double?> loss) =>
        Of(table, trial => -loss(trial), least: null);

    private static double? Of(IEnumerable<TrialEvidence> table, Func<TrialEvidence, double?> figure, double? least)
    {
        (double Constant, double Best)[] engines = [.. table.GroupBy(trial => trial.Engine).Select(engine => Ends(engine, figure))];
        if (engines.Length == 0)
            return null;
        double constant = engines.Average(ends => ends.Constant), way = engines.Average(ends => ends.Best) - constant;
        return way >= (least ?? (Least * Math.Abs(constant))) ? way : null;
    }

    // NaN where no model has a figure.
    private static (double Constant, double Best) Ends(IEnumerable<TrialEvidence> engine, Func<TrialEvidence, double?> figure)
    {
        var means =
            (from trial in engine
             let value = figure(trial)
             where value is double number && double.IsFinite(number)
             group (trial.Split, Value: value.Value) by (trial.Model.Name, IsConstant: trial.Model.Spec is ConstantSpec))
            .ToLookup(model => model.Key.IsConstant, OverSplits);
        return (Highest(means[true]), Highest(means[false]));

        static double Highest(IEnumerable<double> means) => means.DefaultIfEmpty(double.NaN).Max();
    }

    // Each split counts alike, whatever the number of its seeds.
    private static double OverSplits(IEnumerable<(int Split, double Value)> trials) => trials.GroupBy(trial => trial.Split)
        .OrderBy(split => split.Key).Average(split => split.Average(trial => trial.Value));
}
