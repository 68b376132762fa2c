namespace FrameworkBench.Experiments.Reading;

/// <summary>The numbers that a key takes, and how to say so.</summary>
/// <param name="Said">Completes "must be …".</param>
/// <param name="Contains">Whether a finite number is among them.</param>
internal sealed record NumberRange(string Said, Func<double, bool> Contains)
{
    public static readonly NumberRange Any = new("a number", _ => true);
    public static readonly NumberRange Positive = new("a number above 0", number => number > 0);
    public static readonly NumberRange NotNegative = new("a number of at least 0", number => number >= 0);
    public static readonly NumberRange Rate = new("a number of at least 0 and below 1", number => number is >= 0 and < 1);
    public static readonly NumberRange Share = new("a number above 0 and at most 1", number => number is > 0 and <= 1);
    public static readonly NumberRange Part = new("a number above 0 and below 1", number => number is > 0 and < 1);
    public static readonly NumberRange Confidence = new("a number above 0.5 and below 1", number => number is > 0.5 and < 1);

    public static NumberRange Whole(long from, long to = int.MaxValue) =>
        new(to >= int.MaxValue ? $"a whole number of at least {from}" : $"a whole number from {from} to {to}", number => number >= from && number <= to && number == Math.Floor(number));
}
