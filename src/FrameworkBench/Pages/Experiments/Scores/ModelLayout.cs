using FrameworkBench.Charts;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Experiments.Scores;

/// <summary>Models laid out by the coordinates that their experiment declares: one axis goes across, all others down.</summary>
/// <param name="Columns">The values on the axis that goes across, in the order of the experiment.</param>
/// <param name="Heads">What the other axes say, in the order of the experiment; one that is empty where there are none.</param>
/// <param name="Cells">The models by head and by label of the column.</param>
internal sealed record ModelLayout(
    IReadOnlyList<Coordinate> Columns, IReadOnlyList<string> Heads, IReadOnlyDictionary<(string Head, string Label), ExperimentModel> Cells)
{
    private const double LeastFilled = 0.6;
    private const int LeastNumbers = 4;
    private const int LeastForFactors = 3;

    /// <summary>The axis for people, with a capital: "Learning rate".</summary>
    internal string Title => Phrase.Capital(Columns[0].AxisTitle);

    /// <summary>Whether the axis has numbers, and enough of them for a line.</summary>
    internal bool IsNumeric => Columns.Count >= LeastNumbers && Columns.All(column => column.Number is not null);

    /// <summary>Whether there is something to set down as well as across, and the models fill most of the grid.</summary>
    internal bool IsGrid => Heads.Count > 1 && Cells.Count >= LeastFilled * Heads.Count * Columns.Count;

    /// <summary>The axis that the numbers lie on: logarithmic where they are spaced by factors rather than by steps.</summary>
    internal Axis Places
    {
        get
        {
            double[] numbers = [.. Columns.Select(column => column.Number!.Value).Distinct().Order()];
            return new Axis(Title) { Scale = AreSpacedByFactors(numbers) ? AxisScale.Logarithmic : AxisScale.Linear, Ticks = numbers };
        }
    }

    /// <summary>
    /// The layout of models that all have coordinates; null where some have none or no axis is common to all and tells models apart. Of
    /// several such axes one of numbers goes across, the one with the most of them; else the last.
    /// </summary>
    internal static ModelLayout? Of(IReadOnlyList<ExperimentModel> models)
    {
        string[] common = [.. models[0].Coordinates.Select(coordinate => coordinate.Axis).Where(TellsApart)];
        if (common.Length == 0)
            return null;
        IEnumerable<string> ofNumbers = common.Where(axis => ValuesOf(models, axis).All(value => value.Number is not null));
        string across = ofNumbers.MaxBy(axis => ValuesOf(models, axis).Length) ?? common[^1];
        var cells = new Dictionary<(string Head, string Label), ExperimentModel>();
        foreach (ExperimentModel model in models)
        {
            if (!cells.TryAdd((HeadOf(models, model, across), At(model, across)!.Label), model))
                return null;
        }

        return new ModelLayout(ValuesOf(models, across), [.. cells.Keys.Select(key => key.Head).Distinct()], cells);

        bool TellsApart(string axis) => models.All(model => At(model, axis) is not null) && ValuesOf(models, axis).Length > 1;
    }

    /// <summary>The models of one head, in the order of their numbers.</summary>
    internal IEnumerable<(double Number, ExperimentModel Model)> Line(string head) =>
        from column in Columns
        orderby column.Number
        where Cells.ContainsKey((head, column.Label))
        select (column.Number!.Value, Cells[(head, column.Label)]);

    private static Coordinate? At(ExperimentModel model, string axis) =>
        model.Coordinates.FirstOrDefault(coordinate => coordinate.Axis == axis);

    private static Coordinate[] ValuesOf(IReadOnlyList<ExperimentModel> models, string axis) =>
        [.. models.Select(model => At(model, axis)).OfType<Coordinate>().DistinctBy(value => value.Label)];

    // An axis on which all models stand alike says nothing about one of them.
    private static string HeadOf(IReadOnlyList<ExperimentModel> models, ExperimentModel model, string across) => string.Join(
        ", ",
        from coordinate in model.Coordinates
        where coordinate.Axis != across
        where ValuesOf(models, coordinate.Axis).Length > 1 || models.Any(other => At(other, coordinate.Axis) is null)
        select coordinate.Title);

    private static bool AreSpacedByFactors(double[] ascending)
    {
        if (ascending.Length < LeastForFactors || ascending[0] <= 0)
            return false;
        (double Low, double High)[] steps = [.. ascending.Zip(ascending.Skip(1))];
        return Spread(steps.Select(step => step.High / step.Low)) < Spread(steps.Select(step => step.High - step.Low));

        static double Spread(IEnumerable<double> values) => values.Max() / values.Min();
    }
}
