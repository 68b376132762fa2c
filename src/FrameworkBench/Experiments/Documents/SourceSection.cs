namespace FrameworkBench.Experiments.Documents;

/// <summary>A section of a document.</summary>
/// <param name="Title">Its heading, as experiments cite it.</param>
/// <param name="Remark">Why no experiment cites it; null when one does, or should.</param>
public sealed record SourceSection(string Title, string? Remark);
