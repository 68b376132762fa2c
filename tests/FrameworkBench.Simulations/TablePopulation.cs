using FrameworkBench.Claims;
using FrameworkBench.Claims.Tables;
using FrameworkBench.Statistics;
using MathNet.Numerics.Distributions;

namespace FrameworkBench.Simulations;

/// <summary>A population of tables on which one model leads another by more or less, and an experiment on some of them.</summary>
/// <param name="Mean">The mean lead over the population.</param>
internal sealed record TablePopulation(double Mean)
{
    private const double TailDegrees = 3;

    /// <summary>The standard deviation of the true leads between tables, as large as trees against networks show it.</summary>
    public double Deviation { get; init; } = 0.04;

    /// <summary>
    /// Whether a few tables lie far from the others: Student's distribution with three degrees of freedom, of the same standard deviation.
    /// </summary>
    public bool HasHeavyTails { get; init; }

    /// <summary>The trials on each table.</summary>
    public AdditiveModel Trials { get; init; } = new(Splits: 10, Seeds: 1);

    /// <summary>The distance from the mean that a share of the true leads lies above.</summary>
    public double Above(double share) => HasHeavyTails
        ? StudentT.InvCDF(0, TailScale, TailDegrees, 1 - share)
        : Normal.InvCDF(0, Deviation, 1 - share);

    /// <summary>Draws a true lead.</summary>
    public double Draw(Random random) => HasHeavyTails
        ? StudentT.Sample(random, Mean, TailScale, TailDegrees)
        : Normal.Sample(random, Mean, Deviation);

    /// <summary>Draws tables and the trials on them.</summary>
    /// <param name="random">The generator.</param>
    /// <param name="tables">How many.</param>
    public TableFigure[] Draw(Random random, int tables) => [.. Enumerable.Range(0, tables).Select(table => On(random, table))];

    private double TailScale => Deviation / Math.Sqrt(TailDegrees / (TailDegrees - 2));

    private TableFigure On(Random random, int table)
    {
        List<Observation> trials = Trials.Draw(random, Draw(random));
        MeanDifference lead = MeanOverSplits.Of(trials.Select(trial => (trial.Split, trial.Figure!.Value)), Trials.TestTrainRatio);
        var facts = new TableFacts($"table {table}", 1000, 10, IsMixed: false, IsClassification: true);
        return new TableFigure(new TableTraits(facts, IsSmooth: null), lead.Difference, 0, lead.StandardError, lead.DegreesOfFreedom);
    }
}
