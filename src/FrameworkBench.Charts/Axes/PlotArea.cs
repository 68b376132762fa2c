namespace FrameworkBench.Charts;

/// <summary>A rectangle with a scale along each side.</summary>
internal sealed record PlotArea(double Left, double Top, double Width, double Height, Scale X, Scale Y)
{
    internal double Right => Left + Width;

    internal double Bottom => Top + Height;

    /// <summary>
    /// The horizontal lines, their numbers at the left and the axis' name above them, from a given x on and so many pixels up.
    /// </summary>
    internal void DrawY(Svg svg, string label, double labelLeft, double rise = 12)
    {
        foreach (Tick tick in Y.Ticks)
        {
            svg.Line(Left, Y.Map(tick.Value), Right, Y.Map(tick.Value), "g");
            svg.Text(Left - 8, Y.Map(tick.Value) + 4, tick.Label, "q", TextAnchor.End);
        }

        svg.Text(labelLeft, Top - rise, Named(label, Y), "b");
    }

    /// <summary>The numbers below, and the axis' name below them.</summary>
    internal void DrawX(Svg svg, string label, bool grid)
    {
        svg.Line(Left, Bottom, Right, Bottom, "x");
        double free = double.NegativeInfinity;
        foreach (Tick tick in X.Ticks)
        {
            double x = X.Map(tick.Value);
            double half = TextWidth.Of(tick.Label) / 2;
            if (grid) svg.Line(x, Top, x, Bottom, "g");
            svg.Line(x, Bottom, x, Bottom + 4, "x");
            if (x - half < free) continue;
            svg.Text(x, Bottom + 18, tick.Label, "q", TextAnchor.Middle);
            free = x + half + 6;
        }

        svg.Text(Left + (Width / 2), Bottom + 38, Named(label, X), "b", TextAnchor.Middle);
    }

    private static string Named(string label, Scale scale) => scale.IsLogarithmic ? $"{label} (log scale)" : label;

    /// <summary>The widest number at the left, to know where a plot may begin.</summary>
    internal static double LabelWidth(Scale scale) =>
        scale.Ticks.Count == 0 ? 0 : scale.Ticks.Max(tick => TextWidth.Of(tick.Label));
}
