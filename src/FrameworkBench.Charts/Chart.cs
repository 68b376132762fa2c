namespace FrameworkBench.Charts;

/// <summary>What every chart has. <see cref="ChartWriter"/> makes the picture.</summary>
/// <param name="Title">What is seen, in a line or two.</param>
public abstract record Chart(string Title)
{
    /// <summary>Below the title: the setting, and what a reader must know to read the picture. Wraps.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The width of the whole picture in pixels; the height follows from the content.</summary>
    public int Width { get; init; } = 760;
}
