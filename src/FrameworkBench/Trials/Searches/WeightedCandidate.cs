namespace FrameworkBench.Trials.Searches;

/// <summary>A candidate of a search in an ensemble.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Weight">Its weight in the mean; all weights of an ensemble sum to one.</param>
public sealed record WeightedCandidate(CandidateStanding Candidate, double Weight);
