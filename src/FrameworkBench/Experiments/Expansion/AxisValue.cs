using System.Globalization;
using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Expansion;

/// <summary>One value of an axis.</summary>
/// <param name="Label">Its name in the file.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Place">Where it stands; as a scalar it is the label.</param>
/// <param name="Body">What stands below it: keys that a model takes over, or words that a claim may say.</param>
internal sealed record AxisValue(string Label, string Title, ScalarNode Place, MappingNode Body)
{
    private const NumberStyles Exponential = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>A label for people: a number is written out, so that <c>1e-3</c> is 0.001.</summary>
    public static string TitleOf(string label) =>
        label.Contains('e', StringComparison.OrdinalIgnoreCase)
        && decimal.TryParse(label, Exponential, CultureInfo.InvariantCulture, out decimal number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : label;
}
