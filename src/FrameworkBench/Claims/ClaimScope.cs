using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Wording;

namespace FrameworkBench.Claims;

/// <summary>Says what a claim is judged on.</summary>
public static class ClaimScope
{
    /// <summary>
    /// The data sets of a claim in words: <c>iris</c>, <c>each of 3 data sets</c>, <c>over 31 tables</c>, <c>over tables of
    /// fewer than 1,000 rows</c>.
    /// </summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="claim">One of its claims.</param>
    public static string Of(Experiment experiment, ClaimSpec claim)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(claim);
        int count = experiment.Datasets.Count;
        if (!ClaimKinds.IsAcrossTables(claim))
            return claim.Dataset ?? (count == 1 ? experiment.Datasets[0] : $"each of {count} data sets");
        string tables = claim.Tables is { } slice ? SliceWords.Of(slice) : $"{count} tables";
        return $"over {tables}" + (claim.AgainstTables is null ? "" : $", against {SliceWords.Of(claim.AgainstTables)}");
    }
}
