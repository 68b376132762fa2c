using FrameworkBench.Charts;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;

namespace FrameworkBench.Pages.Experiments;

/// <summary>A model's history over the epochs as a line: the mean over its trials with the interval.</summary>
internal static class TrainingLines
{
    private const int MostPoints = 120;
    private const int DocumentLook = 5;

    /// <summary>The line of a quantity, such as <c>validation_loss</c>; null when the engine reports none of more than one epoch.</summary>
    internal static Series? Of(ModelResults model, string quantity, string name, int look) =>
        Points(model, quantity) is { Count: > 1 } points ? new Series(name, points) { Look = look } : null;

    /// <summary>The figures that the document prints of a model, as points; null when it prints none.</summary>
    internal static Series? Printed(Experiment experiment, string model, string quantity)
    {
        ChartPoint[] points =
        [
            .. experiment.Claims
                .Where(claim => claim.Model == model)
                .SelectMany(claim => claim.Figures)
                .Where(figure => figure.Metric.Name == quantity && figure.Metric.Epoch is not null && figure.Value is not null)
                .OrderBy(figure => figure.Metric.Epoch)
                .Select(figure => new ChartPoint(figure.Metric.Epoch!.Value, figure.Value!.Value)),
        ];
        return points.Length == 0 ? null : new Series("the document", points) { Style = SeriesStyle.Points, Look = DocumentLook };
    }

    private static List<ChartPoint> Points(ModelResults model, string quantity)
    {
        int[] lengths =
            [.. model.Trials.Select(trial => Length(trial.Outcome.History, quantity)).Where(length => length > 0).OrderDescending()];
        if (lengths.Length == 0)
            return [];

        // At least half of the trials reach the middle one's last epoch.
        int epochs = lengths[(lengths.Length - 1) / 2];
        int count = Math.Min(epochs, MostPoints);
        var range = new MetricRange(0, quantity.EndsWith("accuracy", StringComparison.Ordinal) ? 1 : double.PositiveInfinity);
        var points = new List<ChartPoint>();
        for (int i = 0; i < count; i++)
        {
            int epoch = count == 1 ? 0 : (int)Math.Round((double)i * (epochs - 1) / (count - 1));
            if (model.Summarize(new MetricReference(quantity, epoch)) is { } summary && range.Within(summary.Interval) is var (low, high))
                points.Add(new ChartPoint(epoch, summary.Mean, low, high));
        }

        return points;
    }

    private static int Length(History history, string quantity) => quantity switch
    {
        "loss" => history.Loss?.Count ?? 0,
        "accuracy" => history.Accuracy?.Count ?? 0,
        "validation_loss" => history.ValidationLoss?.Count ?? 0,
        _ => history.ValidationAccuracy?.Count ?? 0,
    };
}
