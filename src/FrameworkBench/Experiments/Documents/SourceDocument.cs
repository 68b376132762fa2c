namespace FrameworkBench.Experiments.Documents;

/// <summary>A document whose lessons experiments repeat.</summary>
/// <param name="Title">Its title, as experiments cite it.</param>
/// <param name="Sections">Its sections, in its order.</param>
public sealed record SourceDocument(string Title, IReadOnlyList<SourceSection> Sections);
