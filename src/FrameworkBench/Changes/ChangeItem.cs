namespace FrameworkBench.Changes;

/// <summary>One change, as people read it.</summary>
/// <param name="Word">What happened, in a word or two: "fell", "turned".</param>
/// <param name="Direction">Whether that is for the better.</param>
/// <param name="Text">To what, and by how much.</param>
public sealed record ChangeItem(string Word, Direction Direction, string Text);
