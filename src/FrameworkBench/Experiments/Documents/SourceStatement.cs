namespace FrameworkBench.Experiments.Documents;

/// <summary>
/// What a document states, in our words, and what becomes of it here: claims, a definition, or a reason why it is not tested.
/// </summary>
/// <param name="Says">The statement.</param>
/// <param name="Claims">The claims that test it; none when it is not tested.</param>
/// <param name="Definition">What it defines, so that nothing could refute it; null when it is no definition.</param>
/// <param name="Untested">Why nothing here tests it; null when something does, or it is a definition.</param>
public sealed record SourceStatement(string Says, IReadOnlyList<ClaimName> Claims, string? Definition, string? Untested);
