using FrameworkBench.Claims.Tables;
using FrameworkBench.Experiments.Claims;

namespace FrameworkBench.Claims;

/// <summary>
/// A kind of claim that is judged once over many tables, by one number a table. A new kind is one class and one line in
/// <see cref="ClaimKinds"/>; its <see cref="Term"/> takes <c>tables</c>.
/// </summary>
public interface ITablesClaimKind
{
    /// <summary>Its word in experiments.</summary>
    string Name { get; }

    /// <summary>The parameters that it needs and takes.</summary>
    ClaimTerm Term { get; }

    /// <summary>
    /// Puts all claims of the kind that one engine's results decide to the test, together since a correction for several tests needs them
    /// all.
    /// </summary>
    /// <param name="claims">The evidence of each, all with at least one table.</param>
    /// <returns>What was found of each, in the same order.</returns>
    IReadOnlyList<Finding> Judge(IReadOnlyList<TablesEvidence> claims);
}
