namespace FrameworkBench.Cli.Display;

/// <summary>One line of a screen.</summary>
/// <param name="Text">What stands there, after the colored word.</param>
internal sealed record ScreenLine(string Text)
{
    /// <summary>The word that the line begins with, padded; empty for none.</summary>
    public string Word { get; init; } = "";

    /// <summary>The word's color, as markup names it.</summary>
    public string Color { get; init; } = "default";

    /// <summary>The line without color.</summary>
    public override string ToString() => (Word + Text).TrimEnd();
}
