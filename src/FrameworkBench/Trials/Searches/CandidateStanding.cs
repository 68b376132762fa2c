namespace FrameworkBench.Trials.Searches;

/// <summary>How a candidate stands.</summary>
/// <param name="candidate">The candidate.</param>
/// <param name="fits">Its fits, with ever more of the resource, and what they gave.</param>
public sealed class CandidateStanding(SearchCandidate candidate, IReadOnlyList<FitStanding> fits)
{
    /// <summary>The candidate.</summary>
    public SearchCandidate Candidate { get; } = candidate;

    /// <summary>Its fits, with ever more of the resource, and what they gave.</summary>
    public IReadOnlyList<FitStanding> Fits { get; } = fits;

    /// <summary>What was drawn, by key; empty for the model's default settings.</summary>
    public IReadOnlyDictionary<string, string> Settings => Candidate.Settings;

    /// <summary>The loss of the whole fit, which decides; null when it was not done, or without predictions.</summary>
    public double? Loss => Fits[^1].Loss;

    /// <summary>The longest fit that was done; null when none was.</summary>
    public FitStanding? Longest => Fits.LastOrDefault(fit => fit.IsDone);

    /// <summary>Whether its whole fit has an outcome, be it a failure.</summary>
    public bool IsDone => Fits[^1].IsDone;

    /// <summary>Seconds that its fits took, as their engine measured them; a failed one took the time until it failed.</summary>
    public double Seconds => Fits.Sum(fit => (fit.Outcome?.FitSeconds ?? 0) + (fit.Outcome?.FailedAfterSeconds ?? 0));
}
