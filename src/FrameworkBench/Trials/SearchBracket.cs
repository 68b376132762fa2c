namespace FrameworkBench.Trials;

/// <summary>Candidates that are tried together: all with the least resource, then fewer and fewer with more of it.</summary>
/// <param name="candidates">At least one, all with the same number of fits.</param>
public sealed class SearchBracket(IReadOnlyList<SearchCandidate> candidates)
{
    /// <summary>All that started.</summary>
    public IReadOnlyList<SearchCandidate> Candidates { get; } = candidates;

    /// <summary>Those that are still in the race.</summary>
    public IReadOnlyList<SearchCandidate> Remaining { get; private set; } = candidates;

    /// <summary>Which of a candidate's fits is to be judged next, from 0.</summary>
    public int Rung { get; private set; }

    /// <summary>Whether those that remain are fitted whole.</summary>
    public bool IsAtLastRung => Rung == Candidates[0].Fits.Count - 1;

    /// <summary>The fits of this rung.</summary>
    public IEnumerable<SearchFit> Fits => Remaining.Select(candidate => candidate.Fits[Rung]);

    /// <summary>Whether those that remain have been fitted whole.</summary>
    public bool IsFinished => IsAtLastRung && Fits.All(fit => fit.IsDone);

    /// <summary>Goes on to the next rung.</summary>
    /// <param name="remaining">Those that go on.</param>
    /// <exception cref="InvalidOperationException">This is the last rung.</exception>
    public void Cut(IReadOnlyList<SearchCandidate> remaining)
    {
        if (IsAtLastRung)
            throw new InvalidOperationException("Nothing comes after the whole fits.");
        (Remaining, Rung) = (remaining, Rung + 1);
    }
}
