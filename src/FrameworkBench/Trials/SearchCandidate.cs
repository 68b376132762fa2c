namespace FrameworkBench.Trials;

/// <summary>Settings that a search tries.</summary>
public sealed class SearchCandidate
{
    /// <summary>Makes a candidate.</summary>
    /// <param name="settings">What was drawn, by key; empty for the model as it is written.</param>
    /// <param name="inner">The trial that judges them, inside the training rows.</param>
    /// <param name="refit">The trial on all training rows, run for the candidate that is chosen.</param>
    /// <param name="shorter">Fits with less of the resource that come before <paramref name="inner"/>, the least first; none by default.</param>
    public SearchCandidate(IReadOnlyDictionary<string, string> settings, PlannedTrial inner, PlannedTrial refit, IReadOnlyList<SearchFit>? shorter = null) =>
        (Settings, Refit, Fits) = (settings, refit, [.. shorter ?? [], new SearchFit(1, inner)]);

    /// <summary>What was drawn, by key; empty for the model as it is written.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>The fits that judge them, inside the training rows: with ever more of the resource, at last with all of it.</summary>
    public IReadOnlyList<SearchFit> Fits { get; }

    /// <summary>The whole fit that judges them.</summary>
    public PlannedTrial Inner => Fits[^1].Trial;

    /// <summary>The trial on all training rows, run for the candidate that is chosen.</summary>
    public PlannedTrial Refit { get; }

    /// <summary>How the rows that judge score the whole fit: accuracy for classes, R² for values; null until it was judged, or without predictions.</summary>
    public double? Score => Fits[^1].Score;

    /// <summary>The longest fit that was done; null when none was.</summary>
    public SearchFit? Longest => Fits.LastOrDefault(fit => fit.IsDone);
}
