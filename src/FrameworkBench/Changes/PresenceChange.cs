namespace FrameworkBench.Changes;

/// <summary>Something that one of two results has and the other has not.</summary>
/// <param name="Text">What it is: "experiment xor", "claims of xor: xor-learnt".</param>
/// <param name="IsAdded">Whether the new results have it.</param>
/// <param name="Direction">Worse when an engine was lost, otherwise neither.</param>
public sealed record PresenceChange(string Text, bool IsAdded, Direction Direction);
