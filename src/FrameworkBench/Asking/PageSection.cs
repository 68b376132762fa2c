using FrameworkBench.Charts;

namespace FrameworkBench.Asking;

/// <summary>A part of a page, of plain texts: whoever writes it down takes care of what they hold.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Sentences">A paragraph each.</param>
/// <param name="Table">A table below them; null for none.</param>
/// <param name="Chart">A picture below that; null for none.</param>
public sealed record PageSection(string Heading, IReadOnlyList<string> Sentences, PageTable? Table = null, Chart? Chart = null);
