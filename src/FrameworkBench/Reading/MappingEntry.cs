namespace FrameworkBench.Reading;

/// <summary>One key and its value.</summary>
internal sealed record MappingEntry(string Key, int Line, int Column, Node Value);
