namespace FrameworkBench.Reporting.Charts;

/// <summary>Small grey images with captions, side by side: digits with their true and predicted labels.</summary>
/// <param name="Title">What is seen.</param>
/// <param name="Images">Row by row.</param>
public sealed record ImageGrid(string Title, IReadOnlyList<ImageTile> Images) : Chart(Title)
{
    /// <summary>The side of an image in pixels.</summary>
    public int TileSize { get; init; } = 72;
}
