namespace FrameworkBench.Charts;

/// <summary>An axis: what it measures and how it is divided.</summary>
/// <param name="Label">The quantity, such as "Test accuracy" or "Epoch".</param>
public sealed record Axis(string Label)
{
    /// <summary>Linear or logarithmic.</summary>
    public AxisScale Scale { get; init; }

    /// <summary>How the numbers at the ticks are written.</summary>
    public NumberStyle Numbers { get; init; }

    /// <summary>The lower end; when null it follows from the data. On a logarithmic axis above 0.</summary>
    public double? Minimum { get; init; }

    /// <summary>The upper end; when null it follows from the data.</summary>
    public double? Maximum { get; init; }

    /// <summary>Where it is divided, such as at the sizes that were tried; when null at round numbers.</summary>
    public IReadOnlyList<double>? Ticks { get; init; }

    /// <summary>The same axis with round ends that hold all points and intervals, for panels that are to be compared.</summary>
    /// <param name="series">What is drawn along it.</param>
    /// <param name="pixels">How long it is drawn.</param>
    public Axis Around(IEnumerable<Series> series, int pixels)
    {
        double[] values = [.. series.SelectMany(one => one.Points).SelectMany(point => new[] { point.Y, point.Low, point.High })];
        var scale = Charts.Scale.Of(this, values, pixels, 0, spacing: 45, round: true);
        return this with { Minimum = scale.Low, Maximum = scale.High };
    }
}

/// <summary>How equal steps along an axis are meant.</summary>
public enum AxisScale
{
    /// <summary>Equal steps are equal differences.</summary>
    Linear,

    /// <summary>Equal steps are equal factors. Values of 0 and below cannot be shown; the picture counts them.</summary>
    Logarithmic,
}
