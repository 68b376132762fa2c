using FrameworkBench.Charts;

namespace FrameworkBench.Wording;

/// <summary>Times, sizes of memory and ratios of times, each in a unit that fits; no line break separates a number from its unit.</summary>
internal static class Quantities
{
    private const double BytesPerGibibyte = 1024.0 * 1024 * 1024;

    /// <summary>A time: 331 ms, 2.5 s.</summary>
    internal static string Seconds(double seconds) => Phrase.Unbroken(Numbers.Alone(seconds, NumberStyle.Seconds));

    /// <summary>A size of memory: 412 MB.</summary>
    internal static string Bytes(double bytes) => Phrase.Unbroken(Numbers.Alone(bytes, NumberStyle.Bytes));

    /// <summary>A machine's memory in the unit that it is sold in: 31.3 GiB.</summary>
    internal static string Gibibytes(long bytes) => FormattableString.Invariant($"{bytes / BytesPerGibibyte:0.#} GiB");

    /// <summary>A ratio with two significant digits: ×0.42, ×1.7, ×23.</summary>
    internal static string Ratio(double ratio) => ratio >= 9.95
        ? FormattableString.Invariant($"×{ratio:0}")
        : $"×{Figures.Setting(Math.Round(ratio, Math.Clamp(1 - (int)Math.Floor(Math.Log10(ratio)), 0, 6)))}";

    /// <summary>How long something takes, in whole seconds: 12 s, 3 min 20 s.</summary>
    internal static string Duration(TimeSpan time) =>
        time.TotalMinutes >= 1 ? $"{(int)time.TotalMinutes} min {time.Seconds} s" : $"{time.TotalSeconds:0} s";
}
