using FrameworkBench.Claims.Tables;
using FrameworkBench.Statistics;

namespace FrameworkBench.Results.Suite;

/// <summary>
/// Whether the lead differs between opposite slices of one trait. That a lead is sure in one slice and not in the other
/// would not show it; their difference does.
/// </summary>
/// <param name="Pair">The two models.</param>
/// <param name="First">The first slice of the trait.</param>
/// <param name="Last">Its opposite.</param>
/// <param name="Difference">Mean lead in the last slice minus that in the first, by Welch's test with tables as units.</param>
/// <param name="AdjustedPValue">The test's p value, adjusted by Holm for the traits of the pair.</param>
internal sealed record SliceContrast(PairOnTables Pair, SuiteSlice First, SuiteSlice Last, MeanDifference Difference, double AdjustedPValue)
{
    private const double Significance = 0.05;

    /// <summary>Whether the trait changes the lead beyond noise.</summary>
    internal bool IsSure => AdjustedPValue < Significance;

    /// <summary>The contrasts of a pair; traits with fewer than five tables at an end are left out.</summary>
    internal static IReadOnlyList<SliceContrast> Of(PairOnTables pair)
    {
        SliceContrast[] contrasts =
        [
            .. from trait in SuiteSlice.All.GroupBy(slice => slice.Trait)
               let first = Leads(pair, trait.First())
               let last = Leads(pair, trait.Last())
               where first.Length >= LeastTables.OfSlice && last.Length >= LeastTables.OfSlice
               let difference = WelchTTest.Of(last, first)
               select new SliceContrast(pair, trait.First(), trait.Last(), difference, difference.PValue),
        ];
        return [
            .. contrasts.Zip(
                HolmCorrection.Adjust([.. contrasts.Select(contrast => contrast.AdjustedPValue)]), (contrast, value) => contrast with
        {
            AdjustedPValue = value,
        })];
    }

    private static double[] Leads(PairOnTables pair, SuiteSlice slice) =>
        [.. pair.Tables.Where(table => table.Traits.LiesIn(slice.Tables)).Select(table => table.Lead.Difference)];
}
