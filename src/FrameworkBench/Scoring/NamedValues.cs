using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace FrameworkBench.Scoring;

/// <summary>
/// Values by name. As many trials as a run has share the names, so that each holds its numbers alone.
/// </summary>
internal sealed class NamedValues : IReadOnlyDictionary<string, double>
{
    private static readonly ConcurrentDictionary<int, string[]> Metrics = new();
    private static readonly ConcurrentDictionary<string, string[]> Others = new(StringComparer.Ordinal);

    private readonly string[] names;
    private readonly double[] values;

    private NamedValues(string[] names, double[] values) => (this.names, this.values) = (names, values);

    /// <inheritdoc/>
    public IEnumerable<string> Keys => names;

    /// <inheritdoc/>
    public IEnumerable<double> Values => values;

    /// <inheritdoc/>
    public int Count => names.Length;

    /// <inheritdoc/>
    public double this[string key] => TryGetValue(key, out double value) ? value : throw new KeyNotFoundException($"no value '{key}'");

    /// <summary>Some values in their own order.</summary>
    public static NamedValues Of(IReadOnlyDictionary<string, double> values) => values as NamedValues
        ?? new NamedValues(Others.GetOrAdd(string.Join('\n', values.Keys), _ => [.. values.Keys]), [.. values.Values]);

    /// <summary>
    /// The defined ones of some values, in the order of <see cref="MetricRegistry.All"/>; names that are no metric's are left out.
    /// </summary>
    public static NamedValues OfMetrics(ReadOnlySpan<(string Name, double? Value)> values)
    {
        IReadOnlyList<Metric> metrics = MetricRegistry.All;
        var found = new List<double>(values.Length);
        int set = 0;
        for (int place = 0; place < metrics.Count; place++)
        {
            if (ValueOf(metrics[place].Name, values) is not { } value || !double.IsFinite(value))
                continue;
            found.Add(value);
            set |= 1 << place;
        }

        return new NamedValues(Metrics.GetOrAdd(set, NamesOf), [.. found]);
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => Array.IndexOf(names, key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out double value)
    {
        int place = Array.IndexOf(names, key);
        value = place < 0 ? 0 : values[place];
        return place >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, double>> GetEnumerator() => names.Zip(values, KeyValuePair.Create).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static double? ValueOf(string name, ReadOnlySpan<(string Name, double? Value)> values)
    {
        foreach ((string Name, double? Value) pair in values)
        {
            if (pair.Name == name)
                return pair.Value;
        }

        return null;
    }

    private static string[] NamesOf(int set) =>
        [.. MetricRegistry.All.Index().Where(metric => (set & (1 << metric.Index)) != 0).Select(metric => metric.Item.Name)];
}
