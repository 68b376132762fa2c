using FrameworkBench.Claims.Kinds;

namespace FrameworkBench.Claims;

/// <summary>The kinds of claims.</summary>
public static class ClaimKinds
{
    /// <summary>All kinds, in the order in which the documents of this project list them.</summary>
    public static IReadOnlyList<IClaimKind> All { get; } =
        [new Reaches(), new NeverReaches(), new Within(), new AtLeast(), new AtMost(), new Beats(), new EquivalentTo()];

    /// <summary>The kind of a name.</summary>
    /// <exception cref="ArgumentException">There is no such kind; the loader refuses it earlier.</exception>
    public static IClaimKind Find(string name) =>
        All.FirstOrDefault(kind => kind.Name == name) ?? throw new ArgumentException($"'{name}' is not a kind of claim.", nameof(name));
}
