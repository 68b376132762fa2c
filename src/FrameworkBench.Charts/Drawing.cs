namespace FrameworkBench.Charts;

/// <summary>A chart made ready: its legend, its body and its words.</summary>
/// <param name="Legend">The entries above the body; empty for none.</param>
/// <param name="Body">Draws everything below the legend into a frame and returns the y below it.</param>
/// <param name="Description">What a screen reader says: what the picture shows, not how.</param>
internal sealed record Drawing(IReadOnlyList<LegendEntry> Legend, Func<Svg, Frame, double> Body, string Description)
{
    /// <summary>Makes any chart ready.</summary>
    internal static Drawing Of(Chart chart) => chart switch
    {
        LineChart lines => LineDrawing.Of(lines),
        BarChart bars => BarDrawing.Of(bars),
        ForestChart forest => ForestDrawing.Of(forest),
        SpecificationCurve specifications => SpecificationDrawing.Of(specifications),
        VerdictChart verdicts => VerdictDrawing.Of(verdicts),
        ConfusionMatrix confusion => HeatMapDrawing.Of(confusion),
        DecisionPlane plane => DecisionPlaneDrawing.Of(plane),
        ImageGrid images => ImageGridDrawing.Of(images),
        CriticalDifferenceDiagram ranks => CriticalDifferenceDrawing.Of(ranks),
        BoxChart boxes => BoxDrawing.Of(boxes),
        ParallelCoordinates trials => ParallelDrawing.Of(trials),
        TreeDiagram tree => TreeDrawing.Of(tree),
        NetworkDiagram network => NetworkDrawing.Of(network),
        HeatMap heat => HeatMapDrawing.Of(heat),
        Panels panels => PanelsDrawing.Of(panels),
        _ => throw new ArgumentException($"{chart.GetType().Name} is not a kind of chart that can be drawn.", nameof(chart)),
    };
}

/// <summary>The room that a drawing may use: as wide as this, as high as it needs.</summary>
internal readonly record struct Frame(double Left, double Top, double Width)
{
    internal double Right => Left + Width;

    internal double Center => Left + (Width / 2);
}
