namespace FrameworkBench.Trials;

/// <summary>The candidates among which the model of one trial is chosen.</summary>
public sealed class PlannedSearch
{
    private readonly Func<int, SearchCandidate?> make;
    private readonly List<SearchCandidate> candidates = [];
    private readonly List<SearchBracket> brackets = [];

    /// <summary>Plans a search.</summary>
    /// <param name="count">How many candidates are tried first; at least 1.</param>
    /// <param name="make">
    /// The next candidate, given its number; number 0 is the model as it is written. Null when there is none that was not tried.
    /// </param>
    public PlannedSearch(int count, Func<int, SearchCandidate?> make)
    {
        this.make = make;
        Grow(count);
    }

    /// <summary>All candidates; the first is the model as it is written.</summary>
    public IReadOnlyList<SearchCandidate> Candidates => candidates;

    /// <summary>The candidates by the race they are in.</summary>
    public IReadOnlyList<SearchBracket> Brackets => brackets;

    /// <summary>Whether candidates were wanted and there were no others.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>The one that was chosen; null until then.</summary>
    public SearchCandidate? Chosen { get; internal set; }

    /// <summary>Seconds that fitting all candidates took, without the fit of the one that was chosen on all training rows.</summary>
    public double Seconds => candidates.SelectMany(candidate => candidate.Fits).Sum(fit => fit.Trial.Outcome?.FitSeconds ?? 0);

    /// <summary>Adds a race of further candidates.</summary>
    /// <param name="count">How many; at least 1. Fewer are added when there are no more.</param>
    /// <returns>Whether there was any.</returns>
    public bool Grow(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var added = new List<SearchCandidate>();
        while (added.Count < count && !IsExhausted)
        {
            if (make(candidates.Count + added.Count) is { } candidate)
                added.Add(candidate);
            else
                IsExhausted = true;
        }

        if (added.Count == 0)
            return false;
        candidates.AddRange(added);
        brackets.Add(new SearchBracket(added));
        return true;
    }
}
