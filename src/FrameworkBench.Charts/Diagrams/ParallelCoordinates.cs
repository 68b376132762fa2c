namespace FrameworkBench.Charts;

/// <summary>
/// A line a trial through one upright axis a setting, up to the axis of the outcome at the right: which settings did
/// the good trials have? Lines are coloured by the outcome; the best is drawn last and strong.
/// </summary>
/// <param name="Title">What is seen.</param>
/// <param name="Settings">The axes of the settings, from left to right.</param>
/// <param name="Outcome">The axis of the outcome, of which more is better.</param>
/// <param name="Trials">One line each.</param>
public sealed record ParallelCoordinates(
    string Title, IReadOnlyList<ParallelAxis> Settings, Axis Outcome, IReadOnlyList<ParallelTrial> Trials) : Chart(Title)
{
    /// <summary>The height of the axes in pixels.</summary>
    public int PlotHeight { get; init; } = 280;
}

/// <summary>The axis of a setting: numbers, or names.</summary>
/// <param name="Axis">Its label and, for numbers, its scale.</param>
public sealed record ParallelAxis(Axis Axis)
{
    /// <summary>For a setting with names, such as an optimizer: a value is then a place in this list.</summary>
    public IReadOnlyList<string>? Names { get; init; }
}

/// <summary>A trial as a line.</summary>
/// <param name="Settings">One value an axis; NaN where the trial does not have the setting: its line then passes below the axis.</param>
/// <param name="Outcome">Its outcome; NaN for a failed trial, which is not drawn but counted.</param>
public sealed record ParallelTrial(IReadOnlyList<double> Settings, double Outcome);
