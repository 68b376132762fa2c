using FrameworkBench.Datasets.Splits;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Experiments.Reading;

/// <summary>Reads the settings of an experiment that are neither models nor claims.</summary>
internal static class SettingsReader
{
    private const int QuickSeeds = 3;

    /// <summary>Seeds of an experiment that does not say how many: of one split many, since only they vary, and of several a few on each.</summary>
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
        if (value.AsMapping(Keys.Source) is not { } mapping)
            return lesson;
        string? document = lesson is null
            ? mapping.Required("document", "the document's title")?.AsText()
            : mapping.At("document")?.AsText() ?? lesson.Document;
        return document is null ? lesson : new Citation(document, mapping.At("section")?.AsText());
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
            return value.AsWhole(1) is int single ? new ByProfile<int>(Math.Min(quickMost, single), single, single) : null;
        Mapping mapping = value.AsMapping(Keys.Profiles)!;
        if (mapping.Required("default", $"the number of {noun} of an ordinary run")?.AsWhole(1) is not int count)
            return null;
        var all = new ByProfile<int>(
            mapping.At("quick")?.AsWhole(1) ?? Math.Min(quickMost, count),
            count,
            mapping.At("full")?.AsWhole(1) ?? count);
        if (all.Quick > all.Default || all.Default > all.Full)
            mapping.Fail($"quick {all.Quick}, default {all.Default}, full {all.Full}: a more thorough profile must not have fewer {noun}");
        return all;
    }

    /// <summary>Whether something is done: one answer, or one for each profile; a profile without one does as an ordinary run.</summary>
    /// <param name="value">The value; null gives null.</param>
    /// <param name="meaning">What is missing where the answer of an ordinary run is.</param>
    public static ByProfile<bool>? FlagByProfile(Value? value, string meaning)
    {
        if (value is null)
            return null;
        if (!value.IsMapping)
            return value.AsFlag() is bool always ? new ByProfile<bool>(always, always, always) : null;
        Mapping mapping = value.AsMapping(Keys.Profiles)!;
        bool? usual = mapping.Required("default", meaning)?.AsFlag();
        bool? quick = mapping.At("quick")?.AsFlag(), full = mapping.At("full")?.AsFlag();
        return usual is bool ordinary ? new ByProfile<bool>(quick ?? ordinary, ordinary, full ?? ordinary) : null;
    }

    /// <summary>What the page shows.</summary>
    /// <param name="value">The mapping; null gives the usual page.</param>
    /// <param name="metrics">Reads metrics.</param>
    /// <param name="models">The names of the experiment's models.</param>
    /// <param name="datasets">The experiment's data sets by name.</param>
    public static ReportSettings Report(Value? value, Metrics metrics, IReadOnlyCollection<string> models, IReadOnlyDictionary<string, DatasetTerm> datasets)
    {
        var start = new ReportSettings();
        if (value?.AsMapping(Keys.Report) is not { } mapping)
            return start;
        return new ReportSettings
        {
            Metric = mapping.At("metric") is { } metric ? metrics.ReadShown(metric) : null,
            Also = [.. (mapping.At("also")?.AsItems("metric") ?? []).Select(metrics.ReadShown).OfType<MetricReference>()],
            Epochs = [.. (mapping.At("epochs")?.AsItems("epoch") ?? []).Select(item => item.AsWhole(0)).OfType<int>()],
            LearningCurve = mapping.At("learning_curve")?.AsFlag() ?? start.LearningCurve,
            ClassificationReport = mapping.At("classification_report")?.AsFlag() ?? start.ClassificationReport,
            ConfusionMatrix = mapping.At("confusion_matrix")?.AsFlag() ?? start.ConfusionMatrix,
            GradientNorms = mapping.At("gradient_norms")?.AsFlag() ?? start.GradientNorms,
            ActivationCurves = mapping.At("activation_curves")?.AsFlag() ?? start.ActivationCurves,
            ImageGrid = ImageGrid(mapping.At("image_grid"), datasets) ?? start.ImageGrid,
            Architecture = mapping.At("architecture")?.AsFlag() ?? start.Architecture,
            DecisionPlanes = mapping.At("decision_planes") is { } planes && DrawsPlanes(planes, datasets),
            ImportanceRepeats = mapping.At("importance") is { } importance ? Repeats(importance, datasets) : start.ImportanceRepeats,
            Compare = mapping.At("compare") is { } compare ? PairReader.Read(compare, models, datasets.Count) : start.Compare,
        };
    }

    private static bool? ImageGrid(Value? value, IReadOnlyDictionary<string, DatasetTerm> datasets)
    {
        bool? wanted = value?.AsFlag();
        if (wanted == true && !datasets.Values.Any(dataset => dataset.HasImages))
            value!.Fail($"shows images, but the rows of {string.Join(", ", datasets.Keys)} are not images; remove it, "
                + "or use a table whose catalog entry has 'image'");
        return wanted;
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
        return value.AsMapping(Keys.Importance) is { } mapping
            ? mapping.At("repeats") is { } repeats ? repeats.AsWhole(1, 100) : ReportSettings.UsualImportanceRepeats
            : null;
    }

    /// <summary>One text, or a list of texts.</summary>
    public static IReadOnlyList<string> Texts(Value? value)
    {
        if (value is null)
            return [];
        return value.IsSequence
            ? [.. value.AsItems("sentence")!.Select(item => item.AsText()).OfType<string>()]
            : value.AsText() is { } text ? [text] : [];
    }
}
