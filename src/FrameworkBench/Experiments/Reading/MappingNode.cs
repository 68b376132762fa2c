namespace FrameworkBench.Experiments.Reading;

/// <summary>Keys and values, in the order of the file.</summary>
internal sealed record MappingNode(int Line, int Column, IReadOnlyList<MappingEntry> Entries) : Node(Line, Column);
