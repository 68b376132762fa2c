namespace FrameworkBench.Trials.Searches;

/// <summary>Settings that a search tries.</summary>
/// <param name="settings">What was drawn, by key; empty for the model's default settings.</param>
/// <param name="fits">The fits that judge them, inside the training rows: with ever more of the resource, at last with all of it.</param>
/// <param name="refit">The trial on all training rows, run for the candidate that is chosen; a bag is the same that judged it.</param>
public sealed class SearchCandidate(IReadOnlyDictionary<string, string> settings, IReadOnlyList<SearchFit> fits, PlannedTrial refit)
{
    /// <summary>What was drawn, by key; empty for the model's default settings.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; } = settings;

    /// <summary>The fits that judge them, inside the training rows: with ever more of the resource, at last with all of it.</summary>
    public IReadOnlyList<SearchFit> Fits { get; } = fits;

    /// <summary>The trial on all training rows, run for the candidate that is chosen.</summary>
    public PlannedTrial Refit { get; } = refit;

    /// <summary>Whether the fit that judges them is the one on all training rows, as it is of a bag.</summary>
    public bool IsJudgedAsFitted => Inner.Key == Refit.Key;

    /// <summary>The whole fit that judges them.</summary>
    public PlannedTrial Inner => Fits[^1].Trial;
}
