using System.Globalization;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Protocol.Models.Tabular;
using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Claims;

/// <summary>Reads names of metrics and checks that the experiment can have such a figure.</summary>
/// <param name="vocabulary">The names that may stand in a file.</param>
/// <param name="datasets">The experiment's data sets.</param>
/// <param name="timesCompare">Whether its fits run one at a time, so that a claim may be about their times.</param>
internal sealed class Metrics(Vocabulary vocabulary, IReadOnlyDictionary<string, DatasetTerm> datasets, bool timesCompare)
{
    /// <summary>A metric that is shown, defined for at least one data set; null after noting why it is not.</summary>
    /// <param name="value">The name, with <c>@epoch</c> for a figure of one epoch.</param>
    public MetricReference? ReadShown(Value value) =>
        Read(value, null, term => datasets.Values.Any(dataset => IsDefined(term, dataset)) ? null : datasets.Keys.FirstOrDefault());

    /// <summary>A metric that is judged, defined for every data set that it is judged on; null after noting why it is not.</summary>
    /// <param name="value">The name, with <c>@epoch</c> for a figure of one epoch.</param>
    /// <param name="model">The model whose figure it is, if that is known.</param>
    /// <param name="isJudgedOn">Whether a data set is one that it is judged on.</param>
    public MetricReference? ReadJudged(Value value, ExperimentModel? model, Func<string, DatasetTerm, bool> isJudgedOn)
    {
        MetricReference? metric =
            Read(value, model,
                term => datasets.Where(dataset => isJudgedOn(dataset.Key, dataset.Value) && !IsDefined(term, dataset.Value))
                .Select(dataset => dataset.Key).FirstOrDefault());
        if (metric is not null && vocabulary.Metrics[metric.Name].IsTime && !timesCompare)
            value.Fail($"'{metric.Name}' of fits that run in parallel is not comparable; give the experiment 'one_at_a_time: true'");
        return metric;
    }

    /// <summary>A figure of a metric; null after noting that the metric has no such figure.</summary>
    /// <param name="value">The figure.</param>
    /// <param name="metric">The metric; null where it could not be read.</param>
    public double? ReadFigure(Value? value, MetricReference? metric)
    {
        if (value?.AsNumber() is not { } figure || TermOf(metric) is not { } term || (figure >= term.Least && figure <= term.Most))
            return value?.AsNumber();
        string range = (double.IsFinite(term.Least), double.IsFinite(term.Most)) switch
        {
            (true, true) => $"between {term.Least} and {term.Most}",
            (true, false) => $"at least {term.Least}",
            _ => $"at most {term.Most}",
        };
        value.Fail($"{value.Found()}; '{metric}' must be {range}{AsShare(figure, term)}");
        return null;
    }

    /// <summary>A figure that others are held against; null after noting that none or all figures reach it.</summary>
    /// <param name="value">The figure.</param>
    /// <param name="metric">The metric; null where it could not be read.</param>
    /// <param name="kind">The kind of claim; null where it could not be read.</param>
    public double? ReadThreshold(Value? value, MetricReference? metric, string? kind)
    {
        if (ReadFigure(value, metric) is not { } figure || TermOf(metric) is not { } term)
            return value?.AsNumber();
        bool fromBelow = kind == "at_least" || (kind == "reaches" && term.HigherIsBetter);
        bool fromAbove = kind == "at_most" || (kind == "reaches" && !term.HigherIsBetter);
        if ((fromBelow && figure <= term.Least) || (fromAbove && figure >= term.Most))
            value!.Fail($"{value.Found()}; no '{metric}' is {(fromBelow ? "less" : "more")}, so that the claim cannot fail");
        return figure;
    }

    /// <summary>A difference of figures of a metric; null after noting that no two figures differ by as much.</summary>
    /// <param name="value">The difference.</param>
    /// <param name="metric">The metric; null where it could not be read.</param>
    public double? ReadDifference(Value? value, MetricReference? metric)
    {
        if (value?.AsNumber() is not { } difference || TermOf(metric) is not { } term || difference < term.Most - term.Least)
            return value?.AsNumber();
        value.Fail($"{value.Found()}; differences in '{metric}' are below {term.Most - term.Least}{AsShare(difference, term)}");
        return null;
    }

    private static string AsShare(double figure, MetricTerm term) => term.Most == 1 && figure is > 1 and <= 100
        ? $"; write {((decimal)figure / 100).ToString(CultureInfo.InvariantCulture)} for {figure} %" : "";

    private MetricTerm? TermOf(MetricReference? metric) => metric is null ? null : vocabulary.Metrics.GetValueOrDefault(metric.Name);

    private static bool IsDefined(MetricTerm term, DatasetTerm dataset) => term.Tasks?.Contains(dataset.Task) ?? true;

    private MetricReference? Read(Value value, ExperimentModel? model, Func<MetricTerm, string?> undefinedFor)
    {
        if (value.AsText() is not { } text)
            return null;
        if (MetricReference.Parse(text) is not { } reference)
        {
            value.Fail($"'{text}' is not a metric; must be a name such as accuracy, or a name and an epoch such as loss@100");
            return null;
        }

        if (!vocabulary.Metrics.TryGetValue(reference.Name, out MetricTerm? term))
        {
            value.Fail($"'{reference.Name}' is not a metric; {ClosestName.Hint(reference.Name, [.. vocabulary.Metrics.Keys])}");
            return null;
        }

        if (Misfit(reference, term, model, undefinedFor) is not { } misfit)
            return reference;
        value.Fail(misfit);
        return null;
    }

    private string? Misfit(MetricReference reference, MetricTerm term, ExperimentModel? model, Func<MetricTerm, string?> undefinedFor)
    {
        if (reference.Epoch is not null && !term.InHistory && !term.OnlyInHistory)
            return $"'{reference.Name}' is not a figure of single epochs; write it without '@{reference.Epoch}'";
        if (reference.Epoch is null && term.OnlyInHistory)
            return $"'{reference.Name}' is a figure of single epochs; name one, as in {reference.Name}@100";
        if (reference.Epoch is int epoch && Epochs(model?.Spec) is int epochs && epoch >= epochs)
            return $"epoch {epoch} is beyond the model's {epochs}; epochs count from 0, so the last is {epochs - 1}";
        return undefinedFor(term) is { } dataset
            ? $"'{reference.Name}' is not defined for the data set '{dataset}', whose task is "
                + $"{Words<Protocol.Messages.TaskKind>.Of(datasets[dataset].Task)}"
            : null;
    }

    private static int? Epochs(ModelSpec? spec) => spec switch
    {
        NetworkSpec network => network.Train.Epochs,
        RealMlpSpec realMlp => realMlp.Epochs,
        TabMSpec tabM => tabM.Epochs,
        PerceptronSpec perceptron => perceptron.Epochs,
        BoostedTreesSpec { Rounds: int rounds } => rounds,
        _ => null,
    };
}
