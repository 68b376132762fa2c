namespace FrameworkBench.Reporting.Charts;

/// <summary>A trial as a line.</summary>
/// <param name="Settings">One value an axis; NaN where the trial does not have the setting: its line then passes below the axis.</param>
/// <param name="Outcome">Its outcome; NaN for a failed trial, which is not drawn but counted.</param>
public sealed record ParallelTrial(IReadOnlyList<double> Settings, double Outcome);
