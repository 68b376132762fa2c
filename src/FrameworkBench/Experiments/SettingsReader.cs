using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Reading;

namespace FrameworkBench.Experiments;

/// <summary>Reads the settings of an experiment that are neither models nor claims.</summary>
internal static class SettingsReader
{
    private const int QuickSeeds = 3;

    /// <summary>
    /// Seeds of an experiment that does not say how many: of one split many, since only they vary, and of several a few on each.
    /// </summary>
    /// <param name="split">The experiment's split.</param>
    public static ByProfile<int> DefaultSeeds(ByProfile<SplitPlan> split) => new(
        split.Quick.Count > 1 ? 1 : QuickSeeds,
        split.Default.Count > 1 ? 2 : 20,
        split.Full.Count > 1 ? 5 : 100);

    /// <summary>A document and a section.</summary>
    /// <param name="value">A mapping of <c>document</c> and <c>section</c>.</param>
    /// <param name="lesson">The citation that gives the document when only the section is named.</param>
    public static Citation? Source(Value value, Citation? lesson)
    {
        if (value.AsMapping(lesson is null ? "source" : "claim_source") is not { } mapping)
            return lesson;
        string? document = mapping.Text("document") ?? lesson?.Document;
        return document is null ? lesson : new Citation(document, mapping.Text("section"));
    }

    /// <summary>What a trial may take; null sets no limit.</summary>
    public static TrialLimits Limits(Value? value)
    {
        if (value?.AsMapping() is not { } mapping)
            return new TrialLimits();
        return new TrialLimits
        {
            Time = mapping.At("seconds")?.AsNumber() is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            MemoryBytes = Size(mapping.At("memory")),
            OutputBytes = Size(mapping.At("output")),
        };

        static long? Size(Value? value)
        {
            if (value?.AsText() is not { } text)
                return null;
            long? bytes = ByteSize.Parse(text);
            if (bytes is null)
                value.Fail($"{value.Found()}; must be {ByteSize.Said}");
            return bytes;
        }
    }

    /// <summary>Number of seeds: one number, of which a quick run takes at most three, or a number for each profile.</summary>
    public static ByProfile<int>? Seeds(Value? value) => WholeByProfile(value, "seeds", QuickSeeds);

    /// <summary>A number of something: one number, of which a quick run takes only some, or a number for each profile.</summary>
    /// <param name="value">The value; null gives null.</param>
    /// <param name="noun">What is counted.</param>
    /// <param name="quickMost">The most that a quick run takes of a single number.</param>
    public static ByProfile<int>? WholeByProfile(Value? value, string noun, int quickMost)
    {
        if (value is null)
            return null;
        if (!value.IsMapping)
            return value.AsWhole() is int single ? new ByProfile<int>(Math.Min(quickMost, single), single, single) : null;
        Mapping mapping = value.AsMapping()!;
        if (mapping.At("default")?.AsWhole() is not int count)
            return null;
        var all = new ByProfile<int>(
            mapping.At("quick")?.AsWhole() ?? Math.Min(quickMost, count),
            count,
            mapping.At("full")?.AsWhole() ?? count);
        if (all.Quick > all.Default || all.Default > all.Full)
            mapping.Fail($"quick {all.Quick}, default {all.Default}, full {all.Full}: a more thorough profile must not have fewer {noun}");
        return all;
    }

    /// <summary>Whether something is done: one answer, or one for each profile; a profile without one does as an ordinary run.</summary>
    /// <param name="value">The value; null gives null.</param>
    public static ByProfile<bool>? FlagByProfile(Value? value)
    {
        if (value is null)
            return null;
        if (!value.IsMapping)
            return value.AsFlag() is bool always ? new ByProfile<bool>(always, always, always) : null;
        Mapping mapping = value.AsMapping()!;
        bool? usual = mapping.At("default")?.AsFlag(), quick = mapping.At("quick")?.AsFlag(), full = mapping.At("full")?.AsFlag();
        return usual is bool ordinary ? new ByProfile<bool>(quick ?? ordinary, ordinary, full ?? ordinary) : null;
    }

    /// <summary>What the page shows.</summary>
    /// <param name="value">The mapping; null gives the usual page.</param>
    /// <param name="metrics">Reads metrics.</param>
    /// <param name="models">The names of the experiment's models.</param>
    /// <param name="datasets">The experiment's data sets by name.</param>
    public static ReportSettings Report(
        Value? value, Metrics metrics, IReadOnlyCollection<string> models, IReadOnlyDictionary<string, DatasetTerm> datasets)
    {
        if (value?.AsMapping() is not { } mapping)
            return new ReportSettings();
        var shown = new ReportSettings
        {
            Metric = mapping.At("metric") is { } metric ? metrics.ReadShown(metric) : null,
            Also = [.. mapping.Items("also").Select(metrics.ReadShown).OfType<MetricReference>()],
            Epochs = [.. mapping.Items("epochs").Select(item => item.AsWhole()).OfType<int>()],
            ImageGrid = mapping.At("image_grid") is { } grid && ShowsImages(grid, datasets),
            DecisionPlanes = mapping.At("decision_planes") is { } planes && DrawsPlanes(planes, datasets),
            ImportanceRepeats = mapping.At("importance") is { } importance ? Repeats(importance, datasets) : null,
            Compare = mapping.At("compare") is { } compare ? PairReader.Read(compare, models, datasets.Count) : [],
            Specifications = mapping.At("specifications") is { } ways ? PairReader.ReadSpecifications(ways, models, datasets.Count) : null,
            Baselines = mapping.At("baselines") is { } baselines
                ? PairReader.ReadBaselines(baselines, models, mapping.At("compare") is not null) : [],
        };
        return mapping.Into(
            shown, "learning_curve", "classification_report", "confusion_matrix", "gradient_norms", "activation_curves", "architecture");
    }

    private static bool ShowsImages(Value value, IReadOnlyDictionary<string, DatasetTerm> datasets)
    {
        bool shows = value.AsFlag() ?? false;
        if (shows && !datasets.Values.Any(dataset => dataset.HasImages))
        {
            value.Fail($"shows images, but the rows of {string.Join(", ", datasets.Keys)} are not images; remove it, "
                + "or use a table whose catalog entry has 'image'");
        }

        return shows;
    }

    private static bool DrawsPlanes(Value value, IReadOnlyDictionary<string, DatasetTerm> datasets)
    {
        bool draws = value.AsFlag() ?? false;
        if (draws && datasets.Values.Any(dataset => !dataset.IsPlane))
            value.Fail($"'{datasets.First(dataset => !dataset.Value.IsPlane).Key}' cannot be drawn as a plane; "
                + "every data set must have two numeric inputs and classes");
        return draws;
    }

    private static int? Repeats(Value value, IReadOnlyDictionary<string, DatasetTerm> datasets)
    {
        if (datasets.Values.Any(dataset => dataset.Task == TaskKind.Reconstruction))
            value.Fail("importance measures the prediction of a target; a reconstruction has no target");
        return value.AsMapping()?.Whole("repeats");
    }

    /// <summary>One text, or a list of texts.</summary>
    public static IReadOnlyList<string> Texts(Value? value)
    {
        if (value is null)
            return [];
        return value.IsSequence
            ? [.. (value.AsItems() ?? []).Select(item => item.AsText()).OfType<string>()]
            : value.AsText() is { } text ? [text] : [];
    }
}
