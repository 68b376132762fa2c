namespace FrameworkBench.Charts;

/// <summary>What every chart has. <see cref="ChartWriter"/> makes the picture.</summary>
/// <param name="Title">What is seen, in a line or two.</param>
public abstract record Chart(string Title)
{
    /// <summary>Below the title: the setting, and what a reader must know to read the picture. Wraps.</summary>
    public string? Subtitle { get; init; }

    /// <summary>
    /// What a screen reader says; when null, the writer says it from the data. Say what the picture shows, not how.
    /// </summary>
    public string? Description { get; init; }

    /// <summary>The width of the whole picture in pixels; the height follows from the content.</summary>
    public int Width { get; init; } = 760;
}
