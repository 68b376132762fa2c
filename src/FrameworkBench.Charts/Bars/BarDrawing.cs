namespace FrameworkBench.Charts;

/// <summary>Draws a <see cref="BarChart"/>: checks it, chooses the direction, and leaves the rest to that direction.</summary>
internal static class BarDrawing
{
    internal static Drawing Of(BarChart chart)
    {
        foreach (BarSeries series in chart.Series.Where(series => series.Values.Count != chart.Categories.Count))
        {
            throw new ArgumentException(
                $"Series '{series.Name}' of '{chart.Title}' has {series.Values.Count} values for {chart.Categories.Count} categories.",
                nameof(chart));
        }

        return new Drawing(Entries(chart), (svg, frame) => IsUpward(chart, frame)
            ? UpwardBars.Draw(svg, chart, frame)
            : RightwardBars.Draw(svg, chart, frame), Describe(chart));
    }

    /// <summary>True when the length from zero can be read, so that bars are right and points are not needed.</summary>
    internal static bool StartsAtZero(BarChart chart) =>
        chart.Values.Scale == AxisScale.Linear && chart.Values.Minimum is null or <= 0;

    /// <summary>The axis, which starts at zero when bars do.</summary>
    internal static Scale Scale(BarChart chart, double start, double end, double spacing)
    {
        IEnumerable<double> values = chart.Series.SelectMany(series => series.Values)
            .SelectMany(value => new[] { value.Value, value.Low, value.High });
        return Charts.Scale.Of(chart.Values, StartsAtZero(chart) ? values.Append(0) : values, start, end, spacing, round: true);
    }

    /// <summary>How the numbers at the bars are written.</summary>
    internal static Func<double, string> NumbersOf(BarChart chart) => chart.Values.Scale == AxisScale.Logarithmic
        ? value => Numbers.Alone(value, chart.Values.Numbers)
        : Numbers.Together(chart.Series.SelectMany(series => series.Values).Select(value => value.Value), chart.Values.Numbers);

    internal static string Tooltip(BarChart chart, int series, int category)
    {
        BarValue value = chart.Series[series].Values[category];
        string interval = double.IsNaN(value.Low) || double.IsNaN(value.High)
            ? ""
            : $" [{Numbers.Alone(value.Low, chart.Values.Numbers)}, {Numbers.Alone(value.High, chart.Values.Numbers)}]";
        return $"{chart.Categories[category]}, {chart.Series[series].Name}: {Numbers.Alone(value.Value, chart.Values.Numbers)}{interval}";
    }

    /// <summary>Calls for each series of each category, in drawing order.</summary>
    internal static void ForEach(BarChart chart, Action<int, int> draw)
    {
        for (int category = 0; category < chart.Categories.Count; category++)
            for (int series = 0; series < chart.Series.Count; series++)
                draw(series, category);
    }

    private static bool IsUpward(BarChart chart, Frame frame) =>
        chart.Direction != BarDirection.Rightward && UpwardBars.Fits(chart, frame);

    private static List<LegendEntry> Entries(BarChart chart)
    {
        var entries = new List<LegendEntry>();
        if (chart.Series.Count > 1)
        {
            entries.AddRange(chart.Series.Select((series, i) => StartsAtZero(chart)
                ? LegendEntry.Bar(series.Name, series.Look ?? i)
                : LegendEntry.Marker(series.Name, series.Look ?? i)));
        }

        if (chart.IntervalLabel is { } interval) entries.Add(LegendEntry.ErrorBar(interval));
        return entries;
    }

    private static string Describe(BarChart chart) =>
        $"{chart.Values.Label}. " + string.Join(" ", chart.Categories.Select((category, i) =>
            $"{category}: " + string.Join(", ", chart.Series.Select(series =>
                $"{series.Name} "
                    + (double.IsNaN(series.Values[i].Value)
                        ? series.Values[i].Reason ?? "no value"
                        : Numbers.Alone(series.Values[i].Value, chart.Values.Numbers)))) + "."));
}
