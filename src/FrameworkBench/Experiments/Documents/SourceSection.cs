namespace FrameworkBench.Experiments.Documents;

/// <summary>A section of a document.</summary>
/// <param name="Title">Its heading, as experiments cite it.</param>
/// <param name="Statements">What it states, in its order.</param>
public sealed record SourceSection(string Title, IReadOnlyList<SourceStatement> Statements);
