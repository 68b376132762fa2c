using FrameworkBench.Experiments.Claims;

namespace FrameworkBench.Claims.Tables;

/// <summary>How many tables a claim across tables needs before it is decided.</summary>
public static class LeastTables
{
    /// <summary>For a claim over all tables of an experiment.</summary>
    public const int OfAll = 20;

    /// <summary>For a claim about a slice of them, and for each of two slices that are compared.</summary>
    public const int OfSlice = 5;

    /// <summary>The least number for a claim.</summary>
    public static int For(ClaimSpec claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Tables is null ? OfAll : OfSlice;
    }

    internal static bool AreEnough(TablesEvidence evidence) =>
        evidence.Tables.Count >= For(evidence.Claim) && (evidence.Claim.AgainstTables is null || evidence.AgainstTables.Count >= OfSlice);
}
