namespace FrameworkBench.Trials;

/// <summary>Settings that a search tries.</summary>
/// <param name="Settings">What was drawn, by key; empty for the model as it is written.</param>
/// <param name="Inner">The trial that judges them, inside the training rows.</param>
/// <param name="Refit">The trial on all training rows, run for the candidate that is chosen.</param>
public sealed record SearchCandidate(IReadOnlyDictionary<string, string> Settings, PlannedTrial Inner, PlannedTrial Refit)
{
    /// <summary>How the rows that judge score it: accuracy for classes, R² for values; null until it was judged, or without predictions.</summary>
    public double? Score { get; set; }
}
