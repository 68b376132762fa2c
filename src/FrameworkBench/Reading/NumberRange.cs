using System.Globalization;

namespace FrameworkBench.Reading;

/// <summary>The numbers that a key takes, and how to say so.</summary>
/// <param name="Least">The least, or what all are above.</param>
/// <param name="Most">The largest, or what all are below.</param>
internal sealed record NumberRange(double Least = double.NegativeInfinity, double Most = double.PositiveInfinity)
{
    public bool IsWhole { get; private init; }

    /// <summary>Whether <see cref="Least"/> itself is left out.</summary>
    public bool IsOpenBelow { get; private init; }

    /// <summary>Whether <see cref="Most"/> itself is left out.</summary>
    public bool IsOpenAbove { get; private init; }

    /// <summary>Completes "must be …".</summary>
    public string Said
    {
        get => field ?? (IsWhole && Most < int.MaxValue
            ? FormattableString.Invariant($"a whole number from {Least} to {Most}")
            : $"a {(IsWhole ? "whole " : "")}number {string.Join(" and ", Limits)}".TrimEnd());
        init;
    }

    private IEnumerable<string> Limits
    {
        get
        {
            if (double.IsFinite(Least))
                yield return FormattableString.Invariant($"{(IsOpenBelow ? "above" : "of at least")} {Least}");
            if (double.IsFinite(Most) && !IsWhole)
                yield return FormattableString.Invariant($"{(IsOpenAbove ? "below" : "at most")} {Most}");
        }
    }

    public static NumberRange Whole(long from, long to = int.MaxValue) => new(from, to) { IsWhole = true };

    /// <summary>A range as <c>keys.yaml</c> writes it: <c>{above: 0, to: 1}</c>, <c>{from: 0, below: 1}</c>.</summary>
    public static NumberRange From(MappingNode node) =>
        new(Limit(node, "from", "above") ?? double.NegativeInfinity, Limit(node, "to", "below") ?? double.PositiveInfinity)
        {
            IsOpenBelow = node.Find("above") is not null,
            IsOpenAbove = node.Find("below") is not null,
        };

    /// <summary>Whether a finite number is among them.</summary>
    public bool Contains(double number) =>
        (IsOpenBelow ? number > Least : number >= Least)
        && (IsOpenAbove ? number < Most : number <= Most)
        && (!IsWhole || number == Math.Floor(number));

    private static double? Limit(MappingNode node, string closed, string open) =>
        (node.TextOf(closed) ?? node.TextOf(open)) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;
}
