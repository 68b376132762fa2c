namespace FrameworkBench.Reporting.Charts;

/// <summary>A network's layers as columns of units, joined from left to right.</summary>
/// <param name="Title">What is seen.</param>
/// <param name="Layers">From the inputs to the outputs.</param>
public sealed record NetworkDiagram(string Title, IReadOnlyList<NetworkLayer> Layers) : Chart(Title)
{
    /// <summary>The height of the columns in pixels.</summary>
    public int PlotHeight { get; init; } = 240;
}
