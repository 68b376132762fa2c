using System.Globalization;

namespace FrameworkBench.Experiments.Models;

/// <summary>Where a model stands on one axis along which its experiment varies.</summary>
/// <param name="Axis">The axis' name, such as <c>learning_rate</c>.</param>
/// <param name="Label">Its value as names have it, such as <c>1e-3</c> or <c>relu</c>.</param>
/// <param name="Title">Its value for people, such as 0.001 or ReLU.</param>
public sealed record Coordinate(string Axis, string Label, string Title)
{
    /// <summary>The value where the label is a number; null where it is a word.</summary>
    public double? Number { get; } =
        double.TryParse(Label, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : null;

    /// <summary>The axis for people: <c>learning_rate</c> is "learning rate".</summary>
    public string AxisTitle => Axis.Replace('_', ' ');
}
