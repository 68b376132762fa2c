namespace FrameworkBench.Charts;

/// <summary>
/// Several charts in a grid, each with its title: small multiples. A legend that all of them share is shown once.
/// </summary>
/// <param name="Title">What is seen in the whole.</param>
/// <param name="Charts">Row by row; any kinds but panels. Their widths follow from the grid.</param>
public sealed record Panels(string Title, IReadOnlyList<Chart> Charts) : Chart(Title)
{
    /// <summary>How many stand side by side.</summary>
    public int Columns { get; init; } = 2;
}
