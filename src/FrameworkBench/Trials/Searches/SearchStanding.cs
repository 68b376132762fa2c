namespace FrameworkBench.Trials.Searches;

/// <summary>How a search stands, given what its fits gave so far.</summary>
/// <param name="Search">The search.</param>
/// <param name="Races">Its races.</param>
public sealed record SearchStanding(PlannedSearch Search, IReadOnlyList<RaceStanding> Races)
{
    /// <summary>The candidate that was chosen; null when the first race is not finished.</summary>
    public CandidateStanding? Chosen { get; init; }

    /// <summary>The candidates of whose mean the trial is made, the heaviest first; empty where it is made of the chosen one.</summary>
    public IReadOnlyList<WeightedCandidate> Ensemble { get; init; } = [];

    /// <summary>All candidates that take part; the first has the model's default settings.</summary>
    public IReadOnlyList<CandidateStanding> Candidates { get; } = [.. Races.SelectMany(race => race.Candidates)];

    /// <summary>Whether everything that its space has was tried.</summary>
    public bool IsExhausted => Search.IsExhausted && Candidates.Count == Search.Candidates.Count();

    /// <summary>Seconds that fitting all candidates took, without the fits that the trial itself is made of.</summary>
    public double Seconds => Candidates.Sum(candidate => candidate.Seconds)
        - Taken.Where(candidate => candidate.Candidate.IsJudgedAsFitted).Sum(candidate => candidate.Fits[^1].Outcome?.FitSeconds ?? 0);

    /// <summary>The candidates that the trial is made of: those of the ensemble, or the chosen one.</summary>
    public IEnumerable<CandidateStanding> Taken =>
        Ensemble.Count > 0 ? Ensemble.Select(member => member.Candidate) : Chosen is { } chosen ? [chosen] : [];
}
