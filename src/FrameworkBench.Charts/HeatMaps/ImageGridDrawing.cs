using System.Text;

namespace FrameworkBench.Charts;

/// <summary>Draws an <see cref="ImageGrid"/>.</summary>
internal static class ImageGridDrawing
{
    private const double Gap = 14;

    internal static Drawing Of(ImageGrid chart)
    {
        foreach ((ImageTile image, int i) in chart.Images.Select((image, i) => (image, i)))
        {
            if (image.Pixels.Count == 0 || image.Pixels.Any(row => row.Count == 0 || row.Count != image.Pixels[0].Count))
                throw new ArgumentException($"Image {i + 1} of '{chart.Title}' is not a full grid of pixels.", nameof(chart));
        }

        return new Drawing([], (svg, frame) => Draw(svg, chart, frame),
            string.Join(" ", chart.Images.Select(image => $"{image.Caption}{(image.IsMarked ? " (marked)" : "")}.")));
    }

    private static double Draw(Svg svg, ImageGrid chart, Frame frame)
    {
        double size = (double)chart.TileSize;
        int columns = Math.Max(1, (int)((frame.Width + Gap) / (size + Gap)));
        double pitch = size + Gap + 18;
        var paths = new SortedDictionary<int, StringBuilder>();
        for (int i = 0; i < chart.Images.Count; i++)
        {
            (double x, double y) = (frame.Left + (i % columns * (size + Gap)), frame.Top + 4 + (i / columns * pitch));
            AddPixels(chart.Images[i], x, y, size, paths);
        }

        foreach ((int step, StringBuilder path) in paths)
            svg.Path(path.ToString(), svg.Heat(step));
        for (int i = 0; i < chart.Images.Count; i++)
        {
            (double x, double y) = (frame.Left + (i % columns * (size + Gap)), frame.Top + 4 + (i / columns * pitch));
            ImageTile image = chart.Images[i];
            if (image.IsMarked) svg.Rectangle(x - 2, y - 2, size + 4, size + 4, $"w {svg.Look('c', 1)}", radius: 2);
            svg.Text(
                x + (size / 2), y + size + 16, TextWidth.Shorten(image.Caption, size + Gap - 2), image.IsMarked ? "b" : "q",
                TextAnchor.Middle);
        }

        int lines = (chart.Images.Count + columns - 1) / columns;
        return frame.Top + 4 + (lines * pitch) - Gap + 8;
    }

    // A path for each step of grey holds that step's pixels of all images: few elements, few bytes.
    private static void AddPixels(ImageTile image, double x, double y, double size, SortedDictionary<int, StringBuilder> paths)
    {
        (int rows, int columns) = (image.Pixels.Count, image.Pixels[0].Count);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns;)
            {
                int step = Heat.Step(image.Pixels[row][column]);
                int end = column + 1;
                while (end < columns && Heat.Step(image.Pixels[row][end]) == step)
                    end++;
                if (!paths.TryGetValue(step, out StringBuilder? path)) paths[step] = path = new StringBuilder();
                path.Append($"M{Svg.Point(x + (column * size / columns), y + (row * size / rows))}");
                path.Append($"H{Svg.Number(x + (end * size / columns))}V{Svg.Number(y + ((row + 1) * size / rows))}");
                path.Append($"H{Svg.Number(x + (column * size / columns))}Z");
                column = end;
            }
        }
    }
}
