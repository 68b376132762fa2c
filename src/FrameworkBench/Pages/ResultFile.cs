namespace FrameworkBench.Pages;

/// <summary>A file of the results: a page, a picture or a table.</summary>
/// <param name="Path">Relative to the results' folder, with <c>/</c> between folders.</param>
/// <param name="Text">Its content; lines end with a line feed.</param>
public sealed record ResultFile(string Path, string Text);
