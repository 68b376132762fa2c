namespace FrameworkBench.Trials.Searches;

/// <summary>What a fit of a candidate gave.</summary>
/// <param name="Fit">The fit.</param>
/// <param name="Outcome">What it gave, without predictions once it is judged; null when it was not run.</param>
public sealed record FitStanding(SearchFit Fit, Outcome? Outcome)
{
    /// <summary>
    /// How the rows that judge score it: accuracy for classes, R² for values; null when it was not done, or without predictions.
    /// </summary>
    public double? Score { get; init; }

    /// <summary>
    /// What candidates are chosen by, on those rows, the lower the better: log loss for classes, RMSE for values; null when it was not
    /// done, or without predictions.
    /// </summary>
    public double? Loss { get; init; }

    /// <summary>The share of its resource that it gets; 1 is all of it.</summary>
    public double Share => Fit.Share;

    /// <summary>Whether it has an outcome, be it a failure.</summary>
    public bool IsDone => Outcome is not (null or { Status: TrialStatus.Missing });
}
