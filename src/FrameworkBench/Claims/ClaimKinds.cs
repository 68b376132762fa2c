using FrameworkBench.Claims.Kinds;
using FrameworkBench.Claims.Tables.Kinds;
using FrameworkBench.Experiments.Claims;

namespace FrameworkBench.Claims;

/// <summary>The kinds of claims.</summary>
public static class ClaimKinds
{
    /// <summary>Those judged on each data set by its trials, in the order in which the documents of this project list them.</summary>
    public static IReadOnlyList<IClaimKind> OfTrials { get; } =
        [new Reaches(), new NeverReaches(), new Within(), new AtLeast(), new AtMost(), new Beats(), new EquivalentTo(), new PlausibleRun()];

    /// <summary>Those judged once over many tables.</summary>
    public static IReadOnlyList<ITablesClaimKind> AcrossTables { get; } =
        [new BetterOnShare(), new BetterAcross(), new PracticallyBetter(), new MeanAcross(), new LargerOn()];

    /// <summary>The parameters of every kind by its name.</summary>
    public static IReadOnlyDictionary<string, ClaimTerm> Terms { get; } =
        new OrderedDictionary<string, ClaimTerm>(
            [
                .. OfTrials.Select(kind => KeyValuePair.Create(kind.Name, kind.Term)),
                .. AcrossTables.Select(kind => KeyValuePair.Create(kind.Name, kind.Term)),
            ],
            StringComparer.Ordinal);

    /// <summary>The kind of a name among those judged on each data set.</summary>
    /// <exception cref="ArgumentException">There is no such kind; the loader refuses it earlier.</exception>
    public static IClaimKind Find(string name) =>
        OfTrials.FirstOrDefault(kind => kind.Name == name)
            ?? throw new ArgumentException($"'{name}' is not a kind of claim that is judged on each data set.", nameof(name));

    /// <summary>Whether a claim is judged once over many tables, and not on each data set.</summary>
    public static bool IsAcrossTables(ClaimSpec claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return FindAcrossTables(claim.Kind) is not null;
    }

    /// <summary>The kind of a name among those judged over many tables; null when the name is of another kind.</summary>
    public static ITablesClaimKind? FindAcrossTables(string name) => AcrossTables.FirstOrDefault(kind => kind.Name == name);
}
