using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Reporting.Charts;
using FrameworkBench.Reporting.Summaries;
using FrameworkBench.Reporting.Wording;

namespace FrameworkBench.Reporting.Pages;

/// <summary>
/// Pictures of loss and accuracy over the epochs: the mean over trials with its interval. Of few models each gets a
/// panel, in which engines are compared; of many, each engine gets one, in which models are compared.
/// </summary>
internal static class LearningCurves
{
    private const int MostPoints = 120;
    private const int MostModels = 4;
    private const int MostDatasets = 4;

    // Where the loss falls through many powers of ten, a linear axis would show a line along zero.
    private const double LogarithmicFrom = 100;

    private static readonly (string Training, string Validation, string Title)[] Quantities =
        [("loss", "validation_loss", "Loss"), ("accuracy", "validation_accuracy", "Accuracy")];

    /// <summary>The pictures of an experiment with a word for their file names.</summary>
    internal static IEnumerable<(string Subject, Chart Chart)> Of(ExperimentResults results)
    {
        if (results.Experiment.Datasets.Count > MostDatasets)
            yield break;
        bool several = results.Experiment.Datasets.Count > 1;
        foreach ((string training, string validation, string title) in Quantities)
        {
            List<Curves> curves =
            [
                .. from dataset in results.Models.Where(model => model.WasRun).GroupBy(model => model.Dataset)
                   let byModel = dataset.DistinctBy(model => model.Model.Name).Count() <= MostModels
                   from together in dataset.GroupBy(model => byModel ? model.Model.Name : model.Engine)
                   let about = byModel ? together.First().Model.Title : $"by {together.Key}"
                   select Of([.. together], byModel, several ? $"{about}, {dataset.Key}" : about, training, validation, results.Experiment),
            ];
            curves.RemoveAll(one => one.Training.Count + one.Validation.Count == 0);
            if (curves.Count > 0)
                yield return (training, Together(curves, title));
        }
    }

    private static Curves Of(IReadOnlyList<ModelResults> models, bool byModel, string about, string training, string validation, Experiment experiment)
    {
        List<Series> trained = [.. Lines(models, byModel, training), .. byModel ? Printed(experiment, models[0].Model.Name, training) : []];
        List<Series> validated = Lines(models, byModel, validation);
        string[] losses = [.. models.Select(model => model.Model.Spec).OfType<NetworkSpec>().Select(network => ModelWords.Name(network.Train.Loss)).Distinct()];
        return trained.Count == 1 && validated.Count == 1
            ? new Curves(about, losses, [trained[0] with { Name = "training", Look = 0 }, validated[0] with { Name = "validation", Look = 1 }], [])
            : new Curves(about, losses, trained, validated);
    }

    private static Panels Together(List<Curves> curves, string title)
    {
        double[] means = [.. curves.SelectMany(one => one.All).SelectMany(series => series.Points).Select(point => point.Y)];
        bool logarithmic = means.Min() > 0 && means.Max() / means.Min() > LogarithmicFrom;
        bool alone = curves.Count == 1;
        LineChart[] panels = [.. curves.SelectMany(one => Panels(one, alone, title, logarithmic))];
        int columns = Math.Min(2, panels.Length);
        return new Panels(alone ? $"{title} during training: {curves[0].About}" : $"{title} during training", [.. panels.Select(panel => panel with { PlotHeight = columns == 1 ? 260 : 190 })])
        {
            Subtitle = "Mean over the trials, drawn while at least half of them train.",
            Columns = columns,
        };
    }

    /// <summary>One panel, or two with equal axes for training and validation rows.</summary>
    private static IEnumerable<LineChart> Panels(Curves curves, bool alone, string title, bool logarithmic)
    {
        string axisTitle = title == "Loss" && curves.Losses.Count == 1 ? Counting.Capital(curves.Losses[0]) : title;
        Axis axis = AxisOf([.. curves.All], axisTitle, logarithmic, fromZero: title == "Loss");
        bool both = curves.Training.Count > 0 && curves.Validation.Count > 0;
        if (curves.Training.Count > 0)
            yield return Panel(alone ? (both ? "On training rows" : "") : curves.About + (both ? ", training rows" : ""), curves.Training, axis);
        if (curves.Validation.Count > 0)
            yield return Panel(alone ? "On validation rows" : $"{curves.About}, validation rows", curves.Validation, axis);
    }

    private static LineChart Panel(string title, List<Series> series, Axis axis) => new(title, new Axis("Epoch"), axis, series)
    {
        IntervalLabel = series.Exists(one => one.Points.Any(point => !double.IsNaN(point.Low))) ? "95 % interval of the mean" : null,
    };

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
        double most = quantity.EndsWith("accuracy", StringComparison.Ordinal) ? 1 : double.PositiveInfinity;
        var points = new List<ChartPoint>();
        for (int i = 0; i < count; i++)
        {
            int epoch = count == 1 ? 0 : (int)Math.Round((double)i * (epochs - 1) / (count - 1));
            if (model.Summarise(new MetricReference(quantity, epoch)) is { } summary)
            {
                points.Add(summary.Interval.IsBounded
                    ? new ChartPoint(epoch, summary.Mean, Math.Max(0, summary.Interval.Low), Math.Min(most, summary.Interval.High))
                    : new ChartPoint(epoch, summary.Mean));
            }
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
    private static IEnumerable<Series> Printed(Experiment experiment, string model, string quantity)
    {
        ChartPoint[] points =
        [
            .. experiment.Claims
                .Where(claim => claim.Model == model && claim.Metric.Name == quantity && claim.Metric.Epoch is not null && claim.Value is not null)
                .OrderBy(claim => claim.Metric.Epoch)
                .Select(claim => new ChartPoint(claim.Metric.Epoch!.Value, claim.Value!.Value)),
        ];
        if (points.Length > 0)
            yield return new Series("the document", points) { Style = SeriesStyle.Points, Look = 5 };
    }

    private static Axis AxisOf(IReadOnlyList<Series> series, string title, bool logarithmic, bool fromZero)
    {
        ChartPoint[] points = [.. series.SelectMany(one => one.Points)];
        if (logarithmic)
            return new Axis(title) { Scale = AxisScale.Logarithmic, Minimum = points.Min(point => point.Y) / 1.5, Maximum = points.Max(point => point.Y) * 1.5 };
        double[] ends = [.. points.SelectMany(point => new[] { point.Y, point.Low, point.High }).Where(double.IsFinite)];
        double lowest = fromZero ? 0 : ends.Min(), highest = ends.Max() + (0.04 * (ends.Max() - ends.Min()));

        // A figure that never moves leaves the choice of a range to the chart.
        return lowest < highest ? new Axis(title) { Minimum = lowest, Maximum = highest } : new Axis(title);
    }

    /// <summary>What one panel, or a pair of them, shows.</summary>
    private sealed record Curves(string About, IReadOnlyList<string> Losses, List<Series> Training, List<Series> Validation)
    {
        public IEnumerable<Series> All => Training.Concat(Validation);
    }
}
