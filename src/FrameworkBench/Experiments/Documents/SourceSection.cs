namespace FrameworkBench.Experiments.Documents;

/// <summary>A section of a document.</summary>
/// <param name="Title">Its heading, as experiments cite it.</param>
/// <param name="Experiments">Names of experiments that repeat it without citing it, such as those that a project to try oneself comes to.</param>
/// <param name="Remark">Why no experiment repeats it; null when one does, or should.</param>
public sealed record SourceSection(string Title, IReadOnlyList<string> Experiments, string? Remark);
