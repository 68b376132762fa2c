namespace FrameworkBench.Datasets;

/// <summary>Says that each row of a table is a grey image: its input columns are the pixels, line by line from the top.</summary>
/// <param name="Width">Pixels side by side.</param>
/// <param name="Height">Pixels one above the other.</param>
/// <param name="Ink">The value of a pixel that is all ink; 0 is the background.</param>
public sealed record ImageShape(int Width, int Height, double Ink)
{
    /// <summary>Number of pixels.</summary>
    public int Pixels => Width * Height;

    /// <summary>The lines of an image, each pixel from 0 (background) to 1 (ink).</summary>
    /// <param name="row">The values of its pixels.</param>
    /// <exception cref="ArgumentException">There are more or fewer values than pixels.</exception>
    public IReadOnlyList<IReadOnlyList<double>> Lines(ReadOnlySpan<double> row)
    {
        if (row.Length != Pixels)
            throw new ArgumentException($"An image of {Width} × {Height} has {Pixels} pixels, found {row.Length} values.", nameof(row));
        double[][] lines = new double[Height][];
        for (int y = 0; y < Height; y++)
            lines[y] = Array.ConvertAll(row.Slice(y * Width, Width).ToArray(), value => Math.Clamp(value / Ink, 0, 1));
        return lines;
    }
}
