using System.Globalization;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Splits;
using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Searches;

/// <summary>
/// Reads <c>tune</c>: which settings of a model are searched, and how. A candidate is the model's own mapping with the drawn
/// values written into it, so it is read and checked like any model of the file.
/// </summary>
/// <param name="experiment">The experiment's mapping, whose word counts where the model has none.</param>
/// <param name="build">Reads a model from its mapping; its problems go to the list given, or else to the file's.</param>
/// <param name="trial">Whether one more model may be tried to check the space; an experiment has only so many.</param>
internal sealed class SearchReader(
    MappingNode experiment, Func<MappingNode, ProblemList?, ExperimentModel?> build, Func<bool> trial)
{
    private const int QuickTrials = 2;
    private const double DefaultFraction = 0.2;
    private const string Bag = "bag";

    // Each end of a range and each choice is tried as a model of its own.
    private const int MostSettings = 50;
    private const int MostChoices = 200;
    private const int MostRepeated = 1000;
    private const int LargestRepeated = 1000;
    private const string DropSeconds = "remove 'seconds', or write 'seconds: null' to drop an inherited one";

    private static readonly IReadOnlyList<string> Kinds = KeyTable.Of("distribution").Mappings;

    private static readonly ByProfile<double?> NoLimit = new(null, null, null);

    private static readonly ValidationPlan DefaultValidation = new(DefaultFraction) { KeepDuplicatesTogether = true };

    /// <summary>The search of a model, or null after noting what is wrong.</summary>
    /// <param name="value">The value of <c>tune</c>.</param>
    /// <param name="body">The model's mapping without <c>tune</c>.</param>
    public Search? Read(Value value, MappingNode body)
    {
        if (value.AsMapping() is not { } mapping)
            return null;
        ByProfile<int>? trials = SettingsReader.WholeByProfile(mapping.At("trials"), "trials", QuickTrials);
        SearchStrategy strategy = mapping.Word<SearchStrategy>("strategy");
        bool same = mapping.Flag("same_candidates");
        ByProfile<double?> seconds = Seconds(mapping.At("seconds"));
        if (strategy == SearchStrategy.Halving)
            mapping.At("seconds")?.Fail($"halving spends whole rungs, and seconds would end within one; {DropSeconds}");
        else if (same)
            mapping.At("seconds")?.Fail(
                $"with 'same_candidates' every split tries the same, and within seconds each tries another number; {DropSeconds}");
        Value? aside = mapping.At("validation");
        ValidationPlan validation = aside is null ? DefaultValidation : SplitReader.Validation(aside)?.Plan ?? DefaultValidation;
        int? ensemble = mapping.At("ensemble")?.AsWhole();
        if (body.Find(Bag) is null or ScalarNode { IsNull: true })
            mapping.At("ensemble")?.Fail(
                "an ensemble is selected by what candidates predict for rows that they did not learn from; "
                + "give the model a 'bag', such as 5");
        else
            aside?.Fail("the candidates of a bag are judged on the folds that its fits leave out; remove 'validation'");
        var settings = new OrderedDictionary<string, Distribution>(StringComparer.Ordinal);
        Value? given = mapping.At("space");
        IReadOnlyList<(MappingEntry Name, Value Value)> searched = given?.AsNamed() ?? [];
        if (searched.Count > MostSettings)
            given!.Fail(FormattableString.Invariant($"found {searched.Count:N0} settings; must be at most {MostSettings}"));
        foreach ((MappingEntry entry, Value setting) in searched.Take(MostSettings))
        {
            if (entry.Key == Bag)
                setting.Fail("candidates are judged on the folds of their bag, so all have the same; give 'bag' to the model");
            else if (Read(setting) is { } distribution)
                settings[entry.Key] = distribution;
        }

        var space = new SearchSpace(settings, ExperimentDefaults.Into(body, experiment, settings.Keys), build, trial);
        IReadOnlyList<ExperimentModel> models = space.Check(given);
        if (strategy == SearchStrategy.Halving && models.FirstOrDefault(model => ModelResource.Of(model.Spec) is null) is { } uncut)
            mapping.At("strategy")!.Fail(NoResource(uncut));

        return trials is null || settings.Count == 0 ? null : new Search([.. settings.Keys], trials, validation, space.Draw)
        {
            Seconds = seconds,
            Strategy = strategy,
            SameCandidates = same,
            Ensemble = ensemble,
        };
    }

    /// <summary>Why successive halving cannot cut a model's fit short.</summary>
    internal static string NoResource(ExperimentModel model) => ModelResource.KeyOf(model.Spec) is { } key
        ? $"halving shortens a model's {key}, and this one leaves them to the framework; give '{key}'"
        : $"halving shortens epochs, rounds or trees, and a model of kind {model.Spec.Kind} has none of them; use random";

    // One number, or one for each profile; a profile without a word has no limit.
    private static ByProfile<double?> Seconds(Value? value)
    {
        if (value is { IsMapping: false })
        {
            double? always = value.AsNumber();
            return new ByProfile<double?>(always, always, always);
        }

        if (value?.AsMapping() is not { } mapping)
            return NoLimit;
        (string Name, double? Seconds)[] profiles =
            [.. new[] { "quick", "default", "full" }.Select(profile => (profile, mapping.At(profile)?.AsNumber()))];
        if (mapping.Node.Entries.Count == 0)
            mapping.Fail("the mapping is empty; give seconds for at least one profile, such as default: 20");
        (string Name, double? Seconds)[] given = [.. profiles.Where(profile => profile.Seconds is not null)];
        if (given.Zip(given.Skip(1)).Any(pair => pair.First.Seconds > pair.Second.Seconds))
        {
            string all = string.Join(", ", given.Select(profile => FormattableString.Invariant($"{profile.Name} {profile.Seconds}")));
            mapping.Fail($"{all}: a more thorough profile must not have fewer seconds");
        }

        return new ByProfile<double?>(profiles[0].Seconds, profiles[1].Seconds, profiles[2].Seconds);
    }

    private static Distribution? Read(Value value)
    {
        if (value.Node is not MappingNode { Entries: [var first, ..] } node)
        {
            value.Fail($"{value.Found()}; must be a distribution, such as {{uniform: [0.5, 1]}}, {{log_uniform: [1e-5, 0.1]}}, {{whole: "
                + "[1, 8]} or {choice: [relu, tanh]}");
            return null;
        }

        string? word = Kinds.FirstOrDefault(word => node.Entries.Any(entry => entry.Key == word));
        if (word is null)
        {
            value.Fail($"'{first.Key}' is not a distribution; {ClosestName.Hint(first.Key, Kinds)}");
            return null;
        }

        Mapping mapping = value.AsMapping(word)!;
        return word switch
        {
            "choice" => Choice(mapping.At(word)),
            "repeat" => Repeat(mapping),
            _ => Range(
                mapping.At(word), word.StartsWith("log_", StringComparison.Ordinal), word.EndsWith("whole", StringComparison.Ordinal)),
        };
    }

    private static Distribution? Range(Value? value, bool logarithmic, bool whole)
    {
        if (value?.AsItems() is not { } ends)
            return null;
        if (ends.Count != 2)
        {
            value.Fail($"found {ends.Count} numbers; must be two, the minimum and the maximum");
            return null;
        }

        if (ends[0].AsNumber() is not double low || ends[1].AsNumber() is not double high)
            return null;
        if (low < high)
            return Distribution.Between(value.Node, low, high, logarithmic, whole);
        value.Fail($"the minimum {ends[0].Scalar} is not below the maximum {ends[1].Scalar}");
        return null;
    }

    private static Distribution? Choice(Value? value)
    {
        if (value?.AsItems() is not { } values)
            return null;
        if (values.Count <= MostChoices)
            return Distribution.Choice([.. values.Select(item => item.Node)]);
        value.Fail(FormattableString.Invariant($"found {values.Count:N0} choices; must be at most {MostChoices}"));
        return null;
    }

    private static Distribution? Repeat(Mapping mapping)
    {
        Value? times = mapping.At("times");
        if (times is null || mapping.At("repeat") is not { } item || Read(times) is not { } count)
            return null;
        if (item.Node is MappingNode inner && inner.Find("repeat") is not null)
        {
            item.Fail("a list that repeats cannot be repeated; write one 'repeat'");
            return null;
        }

        if (Read(item) is not { } value)
            return null;
        if (value.Corners.Any(corner => corner.Size() > LargestRepeated))
        {
            item.Fail(FormattableString.Invariant($"a value of more than {LargestRepeated:N0} characters cannot be repeated"));
            return null;
        }

        if (count.Corners.All(
            corner => corner is ScalarNode scalar
            && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number is > 0 and <= MostRepeated))
            return Distribution.Repeat(mapping.Node, value, count);
        times.Fail(FormattableString.Invariant(
            $"must draw whole numbers from 1 to {MostRepeated:N0}, such as {{whole: [1, 4]}}"));
        return null;
    }
}
