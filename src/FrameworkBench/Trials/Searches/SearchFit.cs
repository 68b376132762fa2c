namespace FrameworkBench.Trials.Searches;

/// <summary>One fit of a candidate inside the training rows.</summary>
/// <param name="Share">The share of its resource that it gets; 1 is all of it.</param>
/// <param name="Trial">The trial.</param>
public sealed record SearchFit(double Share, PlannedTrial Trial);
