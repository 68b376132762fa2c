namespace FrameworkBench.Experiments;

/// <summary>Where a lesson or a claim comes from.</summary>
/// <param name="Document">The document's title.</param>
/// <param name="Section">The heading of the section, or null for the whole document.</param>
public sealed record Citation(string Document, string? Section)
{
    /// <summary>The citation in one line: <c>document, section</c>.</summary>
    public override string ToString() => Section is null ? Document : $"{Document}, {Section}";
}
