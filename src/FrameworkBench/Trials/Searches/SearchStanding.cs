namespace FrameworkBench.Trials.Searches;

/// <summary>How a search stands, given what its fits gave so far.</summary>
/// <param name="Search">The search.</param>
/// <param name="Races">Its races.</param>
public sealed record SearchStanding(PlannedSearch Search, IReadOnlyList<RaceStanding> Races)
{
    /// <summary>The candidate that was chosen; null when the first race is not finished.</summary>
    public CandidateStanding? Chosen { get; init; }

    /// <summary>All candidates; the first has the model's default settings.</summary>
    public IReadOnlyList<CandidateStanding> Candidates { get; } = [.. Races.SelectMany(race => race.Candidates)];

    /// <summary>Seconds that fitting all candidates took, without the fit of the one that was chosen on all training rows.</summary>
    public double Seconds => Candidates.Sum(candidate => candidate.Seconds);
}
