namespace FrameworkBench.Protocol.Messages;

/// <summary>One input column.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Categories">Number of categories, coded 0 … n − 1 with NaN for a missing one; 0 says that the column is numeric.</param>
/// <param name="Indicator">
/// Whether a numeric column says which category a row has or that a value is missing, and measures nothing.
/// </param>
public sealed record FeatureColumn(string Name, int Categories = 0, bool Indicator = false);
