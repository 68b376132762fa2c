using System.Globalization;

namespace FrameworkBench.Reading;

/// <summary>Sizes as people write them: a number and <c>kB</c>, <c>MB</c>, <c>GB</c> or <c>TB</c>, in powers of 1000.</summary>
public static class ByteSize
{
    private const long MostBytes = 1_000_000_000_000_000;

    private static readonly (string Unit, long Bytes)[] Units =
        [("TB", 1_000_000_000_000), ("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1000), ("B", 1)];

    /// <summary>What a size must be, to complete "must be …".</summary>
    public const string Said = "a size of at least 1 MB, such as 500 MB or 8 GB";

    /// <summary>Reads a size of 1 MB or more.</summary>
    /// <returns>Its bytes; null when it is no such size.</returns>
    public static long? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach ((string unit, long bytes) in Units)
        {
            if (!text.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
                continue;
            bool isNumber = double.TryParse(
                text.AsSpan(0, text.Length - unit.Length).Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out double number);
            return isNumber && number * bytes is >= 1_000_000 and <= MostBytes ? (long)(number * bytes) : null;
        }

        return null;
    }

    /// <summary>Writes a size in its largest unit, to a tenth of it.</summary>
    public static string Format(long bytes)
    {
        (string unit, long size) = Units.FirstOrDefault(unit => bytes >= unit.Bytes, Units[^1]);
        return FormattableString.Invariant($"{(double)bytes / size:0.#} {unit}");
    }
}
