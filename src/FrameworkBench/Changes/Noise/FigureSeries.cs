using FrameworkBench.Statistics;

namespace FrameworkBench.Changes.Noise;

/// <summary>A figure of one model by one engine on one table, trial by trial.</summary>
/// <param name="Trials">At least one; each split and seed once.</param>
/// <param name="Rows">Names how the rows are divided: with the same name, a split has the same rows to test on.</param>
/// <param name="TestTrainRatio">Rows that test over the others, as for <see cref="CorrectedResampledTTest"/>.</param>
public sealed record FigureSeries(IReadOnlyList<SeedFigure> Trials, string Rows, double TestTrainRatio)
{
    /// <summary>The number of splits.</summary>
    public int Splits => Trials.Select(trial => trial.Split).Distinct().Count();

    /// <summary>The mean over trials, with each split of equal weight.</summary>
    public double Mean => Trials.GroupBy(trial => trial.Split).Average(split => split.Average(trial => trial.Value));

    /// <summary>The mean with its uncertainty, over other splits where there are several.</summary>
    public MeanDifference Estimate => MeanOverSplits.Of(Trials.Select(trial => (trial.Split, trial.Value)), TestTrainRatio);
}
