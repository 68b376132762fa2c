namespace FrameworkBench.Scratch.Networks.Tabular;

/// <summary>What an input column of a table holds.</summary>
/// <param name="Categories">The number of categories that are coded 0 … n − 1, NaN for a missing one; 0 says that the column holds
/// numbers.</param>
/// <param name="IsIndicator">Whether its numbers say which category a row has, or that a value is missing, and measure nothing.</param>
public readonly record struct InputColumn(int Categories = 0, bool IsIndicator = false);
