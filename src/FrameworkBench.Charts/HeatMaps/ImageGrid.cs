namespace FrameworkBench.Charts;

/// <summary>Small grey images with captions, side by side: digits with their true and predicted labels.</summary>
/// <param name="Title">What is seen.</param>
/// <param name="Images">Row by row.</param>
public sealed record ImageGrid(string Title, IReadOnlyList<ImageTile> Images) : Chart(Title)
{
    /// <summary>The side of an image in pixels.</summary>
    public int TileSize { get; init; } = 72;
}

/// <summary>A small grey image.</summary>
/// <param name="Pixels">Rows × columns, from 0 (background) to 1 (ink).</param>
/// <param name="Caption">Below the image, such as "3 → 8".</param>
public sealed record ImageTile(IReadOnlyList<IReadOnlyList<double>> Pixels, string Caption)
{
    /// <summary>True for an image that the eye should find, such as a mistake: it gets a frame and a bold caption.</summary>
    public bool IsMarked { get; init; }
}
