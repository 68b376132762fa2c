namespace FrameworkBench.Charts;

/// <summary>A network's layers as columns of units, joined from left to right.</summary>
/// <param name="Title">What is seen.</param>
/// <param name="Layers">From the inputs to the outputs.</param>
public sealed record NetworkDiagram(string Title, IReadOnlyList<NetworkLayer> Layers) : Chart(Title)
{
    /// <summary>The height of the columns in pixels.</summary>
    public int PlotHeight { get; init; } = 240;
}

/// <summary>A layer of a drawn network.</summary>
/// <param name="Name">Such as "input", "hidden" or "output".</param>
/// <param name="Units">How many units it has, at least 1; of more than ten only some are drawn.</param>
public sealed record NetworkLayer(string Name, int Units)
{
    /// <summary>A second line below, such as "ReLU, dropout 0.3".</summary>
    public string? Detail { get; init; }

    /// <summary>Names beside the units of a small layer, such as features or classes; null for none.</summary>
    public IReadOnlyList<string>? UnitNames { get; init; }
}
