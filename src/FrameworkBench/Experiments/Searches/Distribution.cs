using System.Globalization;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Searches;

/// <summary>
/// What one setting of a search may be. A draw is a node, so that it is read by the same rules as if it stood in the file.
/// </summary>
/// <param name="Draw">Draws a value.</param>
/// <param name="Corners">Values that a draw lies between, or all there are: when they are sound, every draw is.</param>
internal sealed record Distribution(Func<NumpyRandom, Node> Draw, IReadOnlyList<Node> Corners)
{
    private const int Digits = 3;

    /// <summary>One of some values, each as likely.</summary>
    public static Distribution Choice(IReadOnlyList<Node> values) => new(random => values[random.NextInclusive(values.Count - 1)], values);

    /// <summary>Uniform between two numbers; with <paramref name="logarithmic"/>, its logarithm is.</summary>
    /// <param name="place">Where it stands in the file.</param>
    /// <param name="low">The least number.</param>
    /// <param name="high">The largest number.</param>
    /// <param name="logarithmic">Whether every decade is as likely.</param>
    /// <param name="whole">Whether only whole numbers are drawn; both ends are then as likely as the rest.</param>
    public static Distribution Between(Node place, double low, double high, bool logarithmic, bool whole)
    {
        // Half a step more on either side, so that rounding gives the ends their share.
        double from = whole ? low - 0.5 : low, to = whole ? high + 0.5 : high;
        return new Distribution(random => Number(place, Round(At(random.NextDouble()))), [Number(place, low), Number(place, high)]);

        double At(double share) => logarithmic
            ? Math.Exp(Math.Log(from) + (share * (Math.Log(to) - Math.Log(from)))) : from + (share * (to - from));

        double Round(double value) => Math.Clamp(whole ? Math.Round(value) : Significant(value), low, high);
    }

    /// <summary>A list that repeats one drawn value some drawn number of times.</summary>
    public static Distribution Repeat(Node place, Distribution value, Distribution times)
    {
        return new Distribution(
            random => List(Count(times.Draw(random)), value.Draw(random)),
            [.. from count in times.Corners from corner in value.Corners select List(Count(count), corner)]);

        SequenceNode List(int count, Node item) => new(place.Line, place.Column, [.. Enumerable.Repeat(item, count)]);

        static int Count(Node node) => int.Parse(((ScalarNode)node).Text, CultureInfo.InvariantCulture);
    }

    private static ScalarNode Number(Node place, double value) =>
        new(place.Line, place.Column, value.ToString("R", CultureInfo.InvariantCulture), Quoted: false);

    // More digits would say nothing about a setting and make it hard to read.
    private static double Significant(double value) =>
        double.Parse(value.ToString($"G{Digits}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
