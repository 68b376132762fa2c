namespace FrameworkBench.Reporting.Charts;

/// <summary>
/// A line a trial through one upright axis a setting, up to the axis of the outcome at the right: which settings did
/// the good trials have? Lines are coloured by the outcome; the best is drawn last and strong.
/// </summary>
/// <param name="Title">What is seen.</param>
/// <param name="Settings">The axes of the settings, from left to right.</param>
/// <param name="Outcome">The axis of the outcome.</param>
/// <param name="Trials">One line each.</param>
public sealed record ParallelCoordinates(
    string Title, IReadOnlyList<ParallelAxis> Settings, Axis Outcome, IReadOnlyList<ParallelTrial> Trials) : Chart(Title)
{
    /// <summary>True for a score, false for a loss.</summary>
    public bool HigherIsBetter { get; init; } = true;

    /// <summary>The height of the axes in pixels.</summary>
    public int PlotHeight { get; init; } = 280;
}
