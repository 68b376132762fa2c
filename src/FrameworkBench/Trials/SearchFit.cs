namespace FrameworkBench.Trials;

/// <summary>One fit of a candidate inside the training rows.</summary>
/// <param name="share">The share of its resource that it gets; 1 is all of it.</param>
/// <param name="trial">The trial.</param>
public sealed class SearchFit(double share, PlannedTrial trial)
{
    /// <summary>The share of its resource that it gets; 1 is all of it.</summary>
    public double Share { get; } = share;

    /// <summary>The trial.</summary>
    public PlannedTrial Trial { get; } = trial;

    /// <summary>Whether it has an outcome, be it a failure.</summary>
    public bool IsDone => Trial.Outcome is not (null or { Status: TrialStatus.Missing });

    /// <summary>How the rows that judge score it: accuracy for classes, R² for values; null until it was judged, or without predictions.</summary>
    public double? Score { get; set; }

    /// <summary>The log loss of those rows; null for values, until it was judged, or without predictions.</summary>
    public double? LogLoss { get; set; }
}
