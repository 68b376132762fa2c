namespace FrameworkBench.Trials;

/// <summary>The candidates among which the model of one trial is chosen.</summary>
/// <param name="candidates">The candidates; the first is the model as it is written.</param>
public sealed class PlannedSearch(IReadOnlyList<SearchCandidate> candidates)
{
    /// <summary>The candidates; the first is the model as it is written.</summary>
    public IReadOnlyList<SearchCandidate> Candidates { get; } = candidates;

    /// <summary>The one that was chosen; null until then.</summary>
    public SearchCandidate? Chosen { get; internal set; }

    /// <summary>Seconds that fitting all candidates took, without the fit of the one that was chosen on all training rows.</summary>
    public double Seconds => Candidates.Sum(candidate => candidate.Inner.Outcome?.FitSeconds ?? 0);
}
