namespace FrameworkBench.Scoring;

/// <summary>What predictions are worth: one value for each metric that is defined for them.</summary>
public sealed record Scores
{
    /// <summary>
    /// Values by metric, in the order of <see cref="MetricRegistry.All"/>. A metric that is not defined is absent, never NaN or infinite.
    /// </summary>
    public required IReadOnlyDictionary<string, double> Values { get; init; }

    /// <summary>Precision, recall and F1 of each class, made of <see cref="Confusion"/>; null for a regression.</summary>
    public ClassificationReport? Report => Confusion is null ? null : ClassificationReport.Of(Confusion);

    /// <summary>How often each class was taken for each; null for a regression.</summary>
    public ConfusionMatrix? Confusion { get; init; }

    /// <summary>The values alone.</summary>
    internal Scores WithoutConfusion() => Confusion is null ? this : this with { Confusion = null };

    /// <summary>The value of a metric, or null when it is not defined.</summary>
    public double? this[string metric] => Values.TryGetValue(metric, out double value) ? value : null;

    /// <summary>Puts the defined values into the order of the registry.</summary>
    internal static IReadOnlyDictionary<string, double> InOrder(params ReadOnlySpan<(string Name, double? Value)> values) =>
        NamedValues.OfMetrics(values);
}
