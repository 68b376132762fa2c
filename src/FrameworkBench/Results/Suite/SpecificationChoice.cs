namespace FrameworkBench.Results.Suite;

/// <summary>All specifications that make the same choice.</summary>
/// <param name="Dimension">What is chosen, such as "network".</param>
/// <param name="Name">What is chosen of it.</param>
/// <param name="Specifications">Those that make it, in the order of their leads; at least one.</param>
internal sealed record SpecificationChoice(string Dimension, string Name, IReadOnlyList<Specification> Specifications)
{
    /// <summary>The share of them by which the first side leads.</summary>
    internal double ShareAhead => Specifications.Count(one => one.Lead.Mean > 0) / (double)Specifications.Count;

    /// <summary>The mean of their leads.</summary>
    internal double MeanLead => Specifications.Average(one => one.Lead.Mean);

    /// <summary>By how many of them a side leads beyond noise: 1 the first, −1 the second.</summary>
    internal int Count(int side) => Specifications.Count(one => one.Side == side);
}
