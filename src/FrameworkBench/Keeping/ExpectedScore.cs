namespace FrameworkBench.Keeping;

/// <summary>The score to expect on new rows, found by cross-validation.</summary>
/// <param name="Metric">The metric's name.</param>
/// <param name="Mean">The expected score.</param>
/// <param name="Low">The lower end of its 95 % interval.</param>
/// <param name="High">The upper end.</param>
public sealed record ExpectedScore(string Metric, double Mean, double Low, double High);
