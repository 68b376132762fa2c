using FrameworkBench.Statistics;

namespace FrameworkBench.Results.Suite;

/// <summary>
/// How many times as much one model costs as another: the geometric mean over tables, with a bootstrap interval over tables.
/// </summary>
/// <param name="Tables">Tables on which both were fitted.</param>
/// <param name="Ratio">The first's cost over the second's.</param>
/// <param name="Interval">Its 95 % interval.</param>
internal sealed record CostRatio(int Tables, double Ratio, Interval Interval)
{
    /// <summary>Compares two models; null when there is no table with a positive cost of both.</summary>
    /// <param name="costs">The costs by model and table.</param>
    /// <param name="first">A model's name.</param>
    /// <param name="second">The name of the one it is compared with.</param>
    /// <param name="figure">Which cost.</param>
    internal static CostRatio? Of(
        IReadOnlyDictionary<(string Model, string Dataset), ModelCost> costs, string first, string second, Func<ModelCost, double> figure)
    {
        double[] logarithms =
        [
            .. from cost in costs
               where cost.Key.Model == first && costs.ContainsKey((second, cost.Key.Dataset))
               let own = figure(cost.Value)
               let other = figure(costs[(second, cost.Key.Dataset)])
               where own > 0 && other > 0
               select Math.Log(own / other),
        ];
        if (logarithms.Length == 0)
            return null;
        BootstrapEstimate mean = Bootstrap.Of(logarithms);
        return new CostRatio(
            logarithms.Length, Math.Exp(mean.Estimate),
            new Interval(Math.Exp(mean.Interval.Low), Math.Exp(mean.Interval.High), mean.Interval.Confidence));
    }
}
