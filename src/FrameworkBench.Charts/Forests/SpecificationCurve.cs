namespace FrameworkBench.Charts;

/// <summary>
/// The answers of many ways to ask one question, in the order of their size, and below each the choices that it makes (Simonsohn, Simmons
/// and Nelson 2020).
/// </summary>
/// <param name="Title">What is seen.</param>
/// <param name="Values">The axis of the answers.</param>
/// <param name="Points">The answers, from the least to the greatest.</param>
/// <param name="Rows">The choices, from top to bottom; rows of a dimension stand together.</param>
public sealed record SpecificationCurve(
    string Title, Axis Values, IReadOnlyList<SpecificationPoint> Points, IReadOnlyList<SpecificationRow> Rows) : Chart(Title)
{
    /// <summary>What it means that an interval lies above zero.</summary>
    public string AboveMeaning { get; init; } = "above zero beyond noise";

    /// <summary>What it means that an interval lies below zero.</summary>
    public string BelowMeaning { get; init; } = "below zero beyond noise";
}

/// <summary>An answer with its interval.</summary>
/// <param name="Estimate">The answer.</param>
/// <param name="Low">The lower end of its interval.</param>
/// <param name="High">The upper end.</param>
public sealed record SpecificationPoint(double Estimate, double Low, double High);

/// <summary>A choice, and which answers make it.</summary>
/// <param name="Dimension">What is chosen; a heading above its first row.</param>
/// <param name="Label">The choice.</param>
/// <param name="Made">For each answer whether it makes the choice.</param>
public sealed record SpecificationRow(string Dimension, string Label, IReadOnlyList<bool> Made);
