using MathNet.Numerics.Distributions;

namespace FrameworkBench.Statistics.Ranking;

/// <summary>
/// Friedman's test (1937, 1940) whether several models rank alike over data sets, and the sharper F statistic of
/// Iman and Davenport (1980) made from it, both as in Demšar (2006), section 3.2.2.
/// </summary>
/// <param name="ChiSquare">Friedman's statistic, with k − 1 degrees of freedom.</param>
/// <param name="ChiSquarePValue">Its p value.</param>
/// <param name="F">(N − 1) χ² / (N (k − 1) − χ²); ∞ when all data sets rank the models in one order.</param>
/// <param name="NumeratorDegreesOfFreedom">k − 1.</param>
/// <param name="DenominatorDegreesOfFreedom">(k − 1)(N − 1).</param>
/// <param name="PValue">The p value of F; 1 for a single data set.</param>
public sealed record FriedmanTest(
    double ChiSquare,
    double ChiSquarePValue,
    double F,
    int NumeratorDegreesOfFreedom,
    int DenominatorDegreesOfFreedom,
    double PValue)
{
    /// <summary>Tests a table of ranks.</summary>
    /// <param name="table">Of k models on N data sets.</param>
    /// <param name="correctTies">Whether χ² is divided by the tie correction; Demšar's paper does not.</param>
    /// <returns>Both statistics with their p values.</returns>
    public static FriedmanTest Of(RankTable table, bool correctTies = true)
    {
        ArgumentNullException.ThrowIfNull(table);
        double n = table.DataSets, k = table.Models;
        double middle = (k + 1) / 2;
        double between = n * table.Average.Sum(rank => (rank - middle) * (rank - middle));
        // The sum of squares that ranks have within a data set: k(k² − 1)/12 without ties, less with them.
        double within = correctTies
            ? table.Ranks.Sum(row => row.Sum(rank => (rank - middle) * (rank - middle)))
            : n * k * ((k * k) - 1) / 12;
        double chiSquare = within == 0 ? 0 : n * (k - 1) * between / within;
        double f = (n - 1) * chiSquare / ((n * (k - 1)) - chiSquare);
        var (above, below) = (table.Models - 1, (table.Models - 1) * (table.DataSets - 1));
        if (Math.Abs((n * (k - 1)) - chiSquare) < 1e-9 * chiSquare) f = double.PositiveInfinity;
        return new FriedmanTest(
            chiSquare, UpperTail(chiSquare), below == 0 ? double.NaN : f, above, below,
            below == 0 ? 1 : double.IsPositiveInfinity(f) ? 0 : FTail(f));

        double UpperTail(double value) =>
            value == 0 ? 1 : MathNet.Numerics.SpecialFunctions.GammaUpperRegularized((k - 1) / 2, value / 2);

        // The reciprocal of F has F's distribution with the degrees of freedom swapped, and a lower tail keeps its digits.
        double FTail(double value) => value == 0 ? 1 : FisherSnedecor.CDF(below, above, 1 / value);
    }
}
