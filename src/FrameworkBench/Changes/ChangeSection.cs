namespace FrameworkBench.Changes;

/// <summary>Changes of one kind, as people read them.</summary>
/// <param name="Title">The kind: "Verdicts".</param>
/// <param name="Note">How they were distinguished from noise; empty when there is nothing to say.</param>
/// <param name="Items">The changes, worst first.</param>
public sealed record ChangeSection(string Title, string Note, IReadOnlyList<ChangeItem> Items);
