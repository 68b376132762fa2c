namespace FrameworkBench.Trials.Searches;

/// <summary>How a race of candidates stands.</summary>
/// <param name="Candidates">All that started.</param>
/// <param name="Remaining">Those that are still in it.</param>
/// <param name="Rung">Which of a candidate's fits is to be judged next, from 0.</param>
public sealed record RaceStanding(IReadOnlyList<CandidateStanding> Candidates, IReadOnlyList<CandidateStanding> Remaining, int Rung)
{
    /// <summary>Whether those that remain are fitted whole.</summary>
    public bool IsAtLastRung => Rung == Candidates[0].Fits.Count - 1;

    /// <summary>The fits of this rung.</summary>
    public IEnumerable<FitStanding> Fits => Remaining.Select(candidate => candidate.Fits[Rung]);

    /// <summary>Whether those that remain have been fitted whole.</summary>
    public bool IsFinished => IsAtLastRung && Fits.All(fit => fit.IsDone);
}
