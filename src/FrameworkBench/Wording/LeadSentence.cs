using FrameworkBench.Experiments;
using FrameworkBench.Statistics;

namespace FrameworkBench.Wording;

/// <summary>Says who leads whom, by how much, or that their difference is not significant.</summary>
/// <param name="Model">What the first is called.</param>
/// <param name="Against">What the second is called.</param>
/// <param name="Metric">The figure in which it leads.</param>
internal sealed record LeadSentence(string Model, string Against, MetricReference Metric)
{
    /// <summary>Whether all rows of the table train, so that there is no other split to speak of.</summary>
    public bool AllRowsTrain { get; init; }

    /// <summary>A lead with its interval: "“a” is behind “b” by 0.0084 [0.0008, 0.0161] in accuracy".</summary>
    /// <param name="lead">The lead, positive when the first is better.</param>
    /// <param name="interval">Its interval.</param>
    /// <param name="margin">The required lead, from which the ends of the interval must differ as they are written.</param>
    public string Of(double lead, Interval interval, double margin) =>
        interval.Low > 0 ? Ahead(Figures.WithInterval(lead, interval, 0, margin, -margin))
        : interval.High < 0
        ? Behind(Figures.WithInterval(-lead, new Interval(-interval.High, -interval.Low, interval.Confidence), 0, margin, -margin))
        : $"no significant difference between {Model} and {Against}: {Figures.WithInterval(lead, interval, 0, margin, -margin)}{What}";

    private string What => MetricWords.Amount(Metric) is { } unit ? $" {unit}" : $" in {MetricWords.Directed(Metric)}";

    private string Ahead(string by) => MetricWords.Amount(Metric) is { } unit
        ? $"{Model} needs {by} fewer {unit} than {Against}"
        : $"{Model} leads {Against} by {by} in {MetricWords.Directed(Metric)}";

    private string Behind(string by) => MetricWords.Amount(Metric) is { } unit
        ? $"{Model} needs {by} more {unit} than {Against}"
        : $"{Model} is behind {Against} by {by} in {MetricWords.Directed(Metric)}";
}
