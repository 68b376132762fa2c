using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Reporting.Charts;
using FrameworkBench.Reporting.Summaries;
using FrameworkBench.Reporting.Wording;

namespace FrameworkBench.Reporting.Pages;

/// <summary>A picture of loss or accuracy over the epochs: the mean over trials with its interval.</summary>
/// <param name="Subject">What the picture's file name says of it.</param>
/// <param name="Chart">The picture.</param>
internal sealed record LearningCurve(string Subject, LineChart Chart)
{
    private const int MostPoints = 120;
    private const int MostSeries = 6;
    private const int MostModels = 4;

    // Where the loss falls through many powers of ten, a linear axis would show a line along zero.
    private const double LogarithmicFrom = 100;

    private static readonly (string Name, string Validation, string Title)[] Quantities =
        [("loss", "validation_loss", "Loss"), ("accuracy", "validation_accuracy", "Accuracy")];

    /// <summary>
    /// The pictures of an experiment. Of few models each gets one, in which engines are compared; of many, each engine
    /// gets one, in which models are compared.
    /// </summary>
    internal static IReadOnlyList<LearningCurve> Of(ExperimentResults results)
    {
        var trained = results.Models.Where(model => model.WasRun).ToList();
        bool several = results.Experiment.Datasets.Count > 1;
        var curves = new List<LearningCurve>();
        foreach ((string name, string validation, string title) in Quantities)
        {
            foreach (var dataset in trained.GroupBy(model => model.Dataset))
            {
                bool byModel = dataset.DistinctBy(model => model.Model.Name).Count() <= MostModels;
                foreach (var together in dataset.GroupBy(model => byModel ? model.Model.Name : model.Engine))
                {
                    string about = byModel ? together.First().Model.Title : $"by {together.Key}";
                    string subject = (several ? $"{dataset.Key}-" : "") + together.Key;
                    curves.AddRange(Draw([.. together], byModel, name, validation, subject, several ? $"{about}, {dataset.Key}" : about, title, results.Experiment));
                }
            }
        }

        return curves;
    }

    private static IEnumerable<LearningCurve> Draw(
        IReadOnlyList<ModelResults> models, bool byModel, string training, string validation, string subject, string about, string title, Experiment experiment)
    {
        List<Series> trainingSeries = Lines(models, byModel, training);
        List<Series> validationSeries = Lines(models, byModel, validation);
        string held = byModel ? "" : " of each model";
        if (trainingSeries.Count > 0 && validationSeries.Count > 0 && trainingSeries.Count + validationSeries.Count <= MostSeries)
        {
            List<Series> both =
            [
                .. trainingSeries.Zip(validationSeries, (first, second) => new[] { first with { Name = Joined(first.Name, "training") }, second with { Name = Joined(second.Name, "validation") } })
                    .SelectMany(pair => pair)
                    .Select((series, i) => series with { Look = i }),
            ];
            if (trainingSeries.Count == validationSeries.Count)
            {
                yield return Picture($"{subject}-{training}", $"{title}{held} in training and on validation rows: {about}", both);
                yield break;
            }
        }

        if (trainingSeries.Count > 0)
            yield return Picture($"{subject}-{training}", $"Training {training}{held}: {about}", [.. trainingSeries, .. Printed(experiment, models, byModel, training)]);
        if (validationSeries.Count > 0)
            yield return Picture($"{subject}-{validation}", $"{title}{held} on validation rows: {about}", validationSeries);

        LearningCurve Picture(string name, string heading, List<Series> series) => new(name, new LineChart(
            heading, new Axis("Epoch"), AxisOf(series, AxisTitle(models, title)), series)
        {
            Subtitle = "Mean over the trials, drawn while at least half of them train.",
            IntervalLabel = series.Any(one => one.Points.Any(point => !double.IsNaN(point.Low))) ? "95 % interval of the mean" : null,
        });
    }

    private static string Joined(string engine, string rows) => $"{engine}, {rows}";

    private static List<Series> Lines(IReadOnlyList<ModelResults> models, bool byModel, string quantity) =>
    [
        .. models
            .Select((model, i) => new Series(byModel ? model.Engine : model.Model.Title, Points(model, quantity)) { Look = byModel ? EngineLooks.Of(model.Engine) : i })
            .Where(series => series.Points.Count > 1),
    ];

    private static List<ChartPoint> Points(ModelResults model, string quantity)
    {
        int[] lengths = [.. model.Trials.Select(trial => Length(trial.Outcome.History, quantity)).Where(length => length > 0).OrderDescending()];
        if (lengths.Length == 0)
            return [];

        // At least half of the trials reach the middle one's last epoch.
        int epochs = lengths[(lengths.Length - 1) / 2];
        int count = Math.Min(epochs, MostPoints);
        var points = new List<ChartPoint>();
        for (int i = 0; i < count; i++)
        {
            int epoch = count == 1 ? 0 : (int)Math.Round((double)i * (epochs - 1) / (count - 1));
            if (model.Summarise(new MetricReference(quantity, epoch)) is { } summary)
                points.Add(summary.Interval.IsBounded ? new ChartPoint(epoch, summary.Mean, summary.Interval.Low, summary.Interval.High) : new ChartPoint(epoch, summary.Mean));
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

    /// <summary>The figures that the document prints, as points.</summary>
    private static IEnumerable<Series> Printed(Experiment experiment, IReadOnlyList<ModelResults> models, bool byModel, string quantity)
    {
        if (!byModel)
            yield break;
        ChartPoint[] points =
        [
            .. experiment.Claims
                .Where(claim => claim.Model == models[0].Model.Name && claim.Metric.Name == quantity && claim.Metric.Epoch is not null && claim.Value is not null)
                .OrderBy(claim => claim.Metric.Epoch)
                .Select(claim => new ChartPoint(claim.Metric.Epoch!.Value, claim.Value!.Value)),
        ];
        if (points.Length > 0)
            yield return new Series("the document", points) { Style = SeriesStyle.Points, Look = 5 };
    }

    private static Axis AxisOf(IReadOnlyList<Series> series, string title)
    {
        double[] values = [.. series.SelectMany(one => one.Points).Select(point => point.Y)];
        bool logarithmic = values.Min() > 0 && values.Max() / values.Min() > LogarithmicFrom;
        return new Axis(title) { Scale = logarithmic ? AxisScale.Logarithmic : AxisScale.Linear };
    }

    private static string AxisTitle(IReadOnlyList<ModelResults> models, string title)
    {
        string[] losses = [.. models.Select(model => model.Model.Spec).OfType<NetworkSpec>().Select(network => ModelWords.Name(network.Train.Loss)).Distinct()];
        return title == "Loss" && losses.Length == 1 ? Counting.Capital(losses[0]) : title;
    }
}
