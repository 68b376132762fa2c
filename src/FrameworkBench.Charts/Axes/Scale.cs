namespace FrameworkBench.Charts;

/// <summary>Takes values of an axis to pixels, and knows where its ticks are.</summary>
internal sealed class Scale
{
    private const int LeastTicks = 3, MostTried = 8;

    private readonly bool isLogarithmic;
    private readonly double start;
    private readonly double end;

    private Scale(double low, double high, double start, double end, bool logarithmic, IReadOnlyList<Tick> ticks)
    {
        (Low, High, Ticks) = (low, high, ticks);
        (this.start, this.end, isLogarithmic) = (start, end, logarithmic);
    }

    internal double Low { get; }

    internal double High { get; }

    internal IReadOnlyList<Tick> Ticks { get; }

    internal bool IsLogarithmic => isLogarithmic;

    /// <summary>Lays an axis over pixels.</summary>
    /// <param name="axis">Its scale, number style and fixed ends.</param>
    /// <param name="values">What must be inside; what is not finite, or not positive on a logarithmic axis, is ignored.</param>
    /// <param name="start">The pixel of the low end.</param>
    /// <param name="end">The pixel of the high end.</param>
    /// <param name="spacing">About how many pixels a tick needs.</param>
    /// <param name="round">Whether the ends go out to the next tick where they are not fixed.</param>
    internal static Scale Of(
        Axis axis, IEnumerable<double> values, double start, double end, double spacing, bool round)
    {
        bool logarithmic = axis.Scale == AxisScale.Logarithmic;
        double[] shown = [.. values.Where(value => CanShow(axis, value))];
        (double low, double high) = Range(axis, shown);
        if (shown.Length == 0 && axis.Minimum is null && axis.Maximum is null)
            return new Scale(low, high, start, end, logarithmic, []);
        int about = Math.Max(2, (int)(Math.Abs(end - start) / spacing));
        if (axis.Ticks is { } places)
        {
            return new Scale(low, high, start, end, logarithmic,
                [.. places.Where(value => CanShow(axis, value) && value >= low && value <= high)
                    .Select(value => new Tick(value, Numbers.AtDecade(value, axis.Numbers)))]);
        }

        return logarithmic
            ? Logarithmic(axis, low, high, start, end, about, round)
            : Linear(axis, low, high, start, end, StepOf(axis, low, high, about, shown.All(double.IsInteger), round), round);
    }

    /// <summary>An axis of names, at 0, 1, 2, …</summary>
    internal static Scale OfNames(IReadOnlyList<string> names, double start, double end) =>
        new(0, Math.Max(1, names.Count - 1), start, end, logarithmic: false, [.. names.Select((name, i) => new Tick(i, name))]);

    internal bool Shows(double value) => double.IsFinite(value) && (!isLogarithmic || value > 0);

    internal static bool CanShow(Axis axis, double value) =>
        double.IsFinite(value) && (axis.Scale == AxisScale.Linear || value > 0);

    internal double Map(double value)
    {
        double share = isLogarithmic
            ? Math.Log(value / Low) / Math.Log(High / Low)
            : (value - Low) / (High - Low);
        return start + (share * (end - start));
    }

    /// <summary>Like <see cref="Map"/>, but ends at the ends.</summary>
    internal double MapClamped(double value) =>
        double.IsNegativeInfinity(value) || (isLogarithmic && value <= 0) ? start
        : double.IsPositiveInfinity(value) ? end
        : Math.Clamp(Map(value), Math.Min(start, end), Math.Max(start, end));

    // One number alone says nothing of a scale, and two hardly more: a narrow axis gets smaller steps then.
    private static double StepOf(Axis axis, double low, double high, int about, bool whole, bool round)
    {
        double step = Charts.Ticks.Step(low, high, about, whole);
        for (int more = about + 1; more <= MostTried && TicksOf(axis, low, high, step, round).Count() < LeastTicks; more++)
            step = Charts.Ticks.Step(low, high, more, whole);
        return step;
    }

    private static IEnumerable<double> TicksOf(Axis axis, double low, double high, double step, bool round)
    {
        (double first, double last) = round ? Rounded(axis, low, high, step) : (low, high);
        return Charts.Ticks.Linear(first, last, step);
    }

    private static (double Low, double High) Rounded(Axis axis, double low, double high, double step) =>
        (axis.Minimum ?? Math.Floor((low / step) + 1e-6) * step, axis.Maximum ?? Math.Ceiling((high / step) - 1e-6) * step);

    private static Scale Linear(
        Axis axis, double low, double high, double start, double end, double step, bool round)
    {
        if (round)
            (low, high) = Rounded(axis, low, high, step);

        double largest = Math.Max(Math.Abs(low), Math.Abs(high));
        return new Scale(low, high, start, end, logarithmic: false,
            [.. Charts.Ticks.Linear(low, high, step).Select(value =>
                new Tick(value, Numbers.AtStep(value, step, largest, axis.Numbers)))]);
    }

    private static Scale Logarithmic(
        Axis axis, double low, double high, double start, double end, int about, bool round)
    {
        if (round)
        {
            low = axis.Minimum ?? Below(low);
            high = axis.Maximum ?? Above(high);
        }

        IReadOnlyList<double> ticks = Charts.Ticks.Logarithmic(low, high, about);
        if (ticks.Count < 2) ticks = [.. Charts.Ticks.Linear(low, high, Charts.Ticks.Step(low, high, about))];
        return new Scale(low, high, start, end, logarithmic: true,
            [.. ticks.Select(value => new Tick(value, Numbers.AtDecade(value, axis.Numbers)))]);
    }

    private static double Below(double value) =>
        new double[] { 5, 2, 1 }.Select(factor => factor * Decade(value)).First(end => end <= value * (1 + 1e-9));

    private static double Above(double value) =>
        new double[] { 1, 2, 5, 10 }.Select(factor => factor * Decade(value)).First(end => end >= value * (1 - 1e-9));

    private static double Decade(double value) => Math.Pow(10, Math.Floor(Math.Log10(value) + 1e-9));

    private static (double Low, double High) Range(Axis axis, double[] values)
    {
        bool logarithmic = axis.Scale == AxisScale.Logarithmic;
        double low = axis.Minimum ?? (values.Length > 0 ? values.Min() : axis.Maximum ?? (logarithmic ? 1 : 0));
        double high = axis.Maximum ?? (values.Length > 0 ? values.Max() : axis.Minimum ?? 1);
        if (logarithmic && !(low > 0))
        {
            throw new ArgumentException(
                $"The logarithmic axis '{axis.Label}' has a minimum of {low}; it needs one above 0.", nameof(axis));
        }

        if (low < high) return (low, high);
        if (axis.Minimum is { } fixedLow && axis.Maximum is { } fixedHigh && fixedLow >= fixedHigh)
        {
            throw new ArgumentException(
                $"The axis '{axis.Label}' goes from {fixedLow} to {fixedHigh}; the maximum must be larger.", nameof(axis));
        }

        // One value alone: room on both sides, without moving an end that is fixed.
        double room = low == 0 ? 1 : Math.Abs(low) * (logarithmic ? 1 : 0.1);
        return logarithmic
            ? (axis.Minimum ?? high / 2, axis.Maximum ?? low * 2)
            : (axis.Minimum ?? high - room, axis.Maximum ?? low + room);
    }
}
