using FrameworkBench.Charts;
using FrameworkBench.Pages.Sections;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Experiments;

/// <summary>
/// Pictures of loss and accuracy over the epochs: the mean over trials with its interval. Of few models each gets a
/// panel, in which engines are compared; one that sets validation rows aside gets a picture with a panel an engine, training and
/// validation in each. Of many models each engine gets a panel, in which models are compared.
/// </summary>
internal static class LearningCurves
{
    private const int MostModels = 4;

    // Where the loss falls through many powers of ten, a linear axis would show a line along zero.
    private const double LogarithmicFrom = 100;

    private static readonly Quantity[] Quantities =
        [new("loss", "validation_loss", "Loss"), new("accuracy", "validation_accuracy", "Accuracy")];

    /// <summary>The pictures of an experiment with a word for their file names.</summary>
    internal static IEnumerable<(string Subject, Chart Chart)> Of(ExperimentResults results)
    {
        if (results.Experiment.Datasets.Count > ShownParts.MostCurveDatasets)
            yield break;
        ModelResults[] run = [.. results.Models.Where(model => model.WasRun && model.Model.Spec.IsNetwork)];
        ILookup<bool, ModelResults> validated =
            run.ToLookup(model => !HasMany(run) && run.Any(other => other.Model.Name == model.Model.Name && Validates(other)));
        foreach (Quantity quantity in Quantities)
        {
            List<Curves> compared = HasMany(run) ? ByEngine(results, run, quantity) : ByModel(results, [.. validated[false]], quantity);
            if (compared.Count > 0)
            {
                string rows = compared.Exists(one => one.About.EndsWith(Validation, StringComparison.Ordinal))
                    ? "during training" : "on the training rows";
                yield return (
                    quantity.Training,
                    Together(
                        compared, quantity, $"{quantity.Title} {rows}",
                        Untold(HasMany(run) ? run : [.. validated[false]], compared, quantity)));
            }

            foreach (ModelResults[] alike in validated[true].GroupBy(model => model.Model.Name).Select(model => model.ToArray()))
            {
                List<Curves> both = Overlaid(results, alike, quantity);
                if (both.Count > 0)
                    yield return (
                        $"{quantity.Training}-validation-{alike[0].Model.Name}",
                        Together(both, quantity, $"{quantity.Title} on training and validation rows", Untold(alike, both, quantity)));
            }
        }
    }

    private const string Validation = ", validation rows";

    private static bool HasMany(ModelResults[] run) => run.GroupBy(model => model.Dataset)
        .Any(dataset => dataset.DistinctBy(model => model.Model.Name).Count() > MostModels);

    private static bool Validates(ModelResults model) =>
        model.Trials.Any(trial => trial.Outcome.History is { ValidationLoss.Count: > 0 } or { ValidationAccuracy.Count: > 0 });

    /// <summary>A panel a model, in which engines are compared.</summary>
    private static List<Curves> ByModel(ExperimentResults results, ModelResults[] run, Quantity quantity) => Drawn(
        from alike in run.GroupBy(model => (model.Dataset, model.Model.Name))
        select new Curves(
            About(results, alike.First().Model.Title, alike.Key.Dataset), LossesOf(alike),
            [
                .. alike.Select(model => TrainingLines.Of(model, quantity.Training, model.Engine, EngineLooks.Of(model.Engine)))
                .OfType<Series>(),
                .. TrainingLines.Printed(results.Experiment, alike.Key.Name, quantity.Training) is { } printed
                    ? [printed] : Array.Empty<Series>(),
            ],
            [.. alike.Select(model => model.Engine)]));

    /// <summary>A panel an engine, in which models are compared; a second one for validation rows.</summary>
    private static List<Curves> ByEngine(ExperimentResults results, ModelResults[] run, Quantity quantity)
    {
        string[] names = [.. results.Experiment.Models.Select(model => model.Name)];
        bool both = run.Any(Validates);
        return Drawn(
            from alike in run.GroupBy(model => (model.Dataset, model.Engine))
            from name in both ? new[] { quantity.Training, quantity.Validation } : [quantity.Training]
            select new Curves(
                About(results, alike.Key.Engine, alike.Key.Dataset)
                    + (!both ? "" : name == quantity.Training ? ", training rows" : Validation), LossesOf(alike),
                [.. alike.Select(model => TrainingLines.Of(model, name, model.Model.Title, Array.IndexOf(names, model.Model.Name)))
                    .OfType<Series>()],
                [alike.Key.Engine]));
    }

    /// <summary>A panel an engine of one model, with training and validation in it.</summary>
    private static List<Curves> Overlaid(ExperimentResults results, ModelResults[] run, Quantity quantity) => Drawn(
        from model in run
        select new Curves(
            About(results, model.Engine, model.Dataset), LossesOf([model]),
            [
                .. new[] { TrainingLines.Of(model, quantity.Training, "training", 0),
                    TrainingLines.Of(model, quantity.Validation, "validation", 1) }.OfType<Series>(),
                .. TrainingLines.Printed(results.Experiment, model.Model.Name, quantity.Training) is { } printed
                    ? [printed] : Array.Empty<Series>(),
            ],
            [model.Engine])
        { Model = model.Model.Title });

    private static List<Curves> Drawn(IEnumerable<Curves> curves) =>
        [.. curves.Where(one => one.Lines.Exists(line => line.Style == SeriesStyle.Line))];

    private static string About(ExperimentResults results, string what, string dataset) => results.Experiment.Datasets.Count > 1
        ? $"{what}, {dataset}" : what;

    private static string[] LossesOf(IEnumerable<ModelResults> models) =>
        [.. models.Select(model => ModelWords.LossOf(model.Spec, model.Trials[0].Input.Dataset.Task)).Distinct()];

    private static Panels Together(List<Curves> curves, Quantity quantity, string title, string untold)
    {
        double[] means = [.. curves.SelectMany(one => one.Lines).SelectMany(series => series.Points).Select(point => point.Y)];
        bool logarithmic = means.Min() > 0 && means.Max() / means.Min() > LogarithmicFrom;
        int columns = curves.Count < 5 ? Math.Min(2, curves.Count) : 3, height = columns switch { 1 => 260, 2 => 190, _ => 150 };
        var axes = curves.GroupBy(one => LabelOf(one, quantity))
            .ToDictionary(
                same => same.Key, same => AxisOf([.. same.SelectMany(one => one.Lines)], same.Key, logarithmic, quantity, height));
        string? about = curves.Count == 1 && curves[0].Model is null ? curves[0].About : curves[0].Model;
        return new Panels(about is null ? title : $"{title}: {about}",
        [
            .. curves.Select(
                one => new LineChart(
                    curves.Count == 1 && one.Model is null ? "" : one.About, new Axis("Epoch"), axes[LabelOf(one, quantity)], one.Lines)
            {
                IntervalLabel = one.Lines.Exists(line => line.Points.Any(point => !double.IsNaN(point.Low)))
                    ? "95 % interval of the mean" : null,
                PlotHeight = height,
            }),
        ])
        {
            Subtitle = $"Mean over the trials, drawn while at least half of them still train.{untold}",
            Columns = columns,
        };
    }

    private static string LabelOf(Curves curves, Quantity quantity) => quantity.IsLoss && curves.Losses is [string only]
        ? Phrase.Capital(only) : quantity.Title;

    /// <summary>Which engines report no such figure.</summary>
    private static string Untold(ModelResults[] run, List<Curves> drawn, Quantity quantity)
    {
        string[] reported =
            [.. drawn.SelectMany(
                one => one.Engines.Where(engine => one.Lines.Exists(line => line.Name == engine || one.Engines.Count == 1)))];
        string[] none = [.. run.Select(model => model.Engine).Distinct().Except(reported)];
        string what = quantity.Title.ToLowerInvariant();
        return Say(none, "")
            + Say(Without(drawn, "training"), " on training rows")
            + Say(Without(drawn, "validation"), " on validation rows");

        string Say(string[] engines, string rows) => engines.Length == 0
            ? "" : $" {Phrase.And(engines)} {(engines.Length == 1 ? "reports" : "report")} no {what} per epoch{rows}.";

        static string[] Without(List<Curves> drawn, string line) => drawn.Exists(one => one.Lines.Exists(drawn => drawn.Name == line))
            ? [.. drawn.Where(one => !one.Lines.Exists(drawn => drawn.Name == line)).SelectMany(one => one.Engines).Distinct()]
            : [];
    }

    private static Axis AxisOf(IReadOnlyList<Series> series, string title, bool logarithmic, Quantity quantity, int height)
    {
        ChartPoint[] points = [.. series.SelectMany(one => one.Points)];
        if (logarithmic)
            return new Axis(title)
            {
                Scale = AxisScale.Logarithmic,
                Minimum = points.Min(point => point.Y) / 1.5,
                Maximum = points.Max(point => point.Y) * 1.5,
            };
        return new Axis(title) { Minimum = quantity.IsLoss ? 0 : null, Maximum = quantity.IsLoss ? null : 1 }.Around(series, height);
    }

    /// <summary>What is followed over the epochs: its names in histories, and its title.</summary>
    private sealed record Quantity(string Training, string Validation, string Title)
    {
        public bool IsLoss => Title == "Loss";
    }

    /// <summary>What one panel shows.</summary>
    /// <param name="About">Its title.</param>
    /// <param name="Losses">The losses by which its models are trained.</param>
    /// <param name="Lines">Its lines.</param>
    /// <param name="Engines">The engines whose models it is about.</param>
    private sealed record Curves(string About, IReadOnlyList<string> Losses, List<Series> Lines, IReadOnlyList<string> Engines)
    {
        /// <summary>The one model that all panels of the picture are about; null when they are about several.</summary>
        public string? Model { get; init; }
    }
}
