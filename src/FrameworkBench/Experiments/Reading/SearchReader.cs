using FrameworkBench.Datasets.Splits;

namespace FrameworkBench.Experiments.Reading;

/// <summary>
/// Reads <c>tune</c>: which settings of a model are searched, and how. A candidate is the model's own mapping with the drawn
/// values written into it, so it is read and checked like any model of the file.
/// </summary>
/// <param name="build">Reads a model from its mapping; its problems go to the list given, where they go to the file's.</param>
internal sealed class SearchReader(Func<MappingNode, ProblemList?, ExperimentModel?> build)
{
    private const int QuickTrials = 2;
    private const double DefaultFraction = 0.2;

    private static readonly ValidationPlan DefaultValidation = new(DefaultFraction) { KeepDuplicatesTogether = true };

    /// <summary>The search of a model, or null after noting what is wrong.</summary>
    /// <param name="value">The value of <c>tune</c>.</param>
    /// <param name="body">The model's mapping without <c>tune</c>.</param>
    public Search? Read(Value value, MappingNode body)
    {
        if (value.AsMapping(Keys.Tune) is not { } mapping)
            return null;
        ByProfile<int>? trials = SettingsReader.WholeByProfile(mapping.Required("trials", "how many candidates are tried, such as 10"), "trials", QuickTrials);
        SearchStrategy strategy = mapping.At("strategy")?.AsWord<SearchStrategy>("a strategy") ?? SearchStrategy.Random;
        bool same = mapping.At("same_candidates")?.AsFlag() ?? false;
        ValidationPlan validation = mapping.At("validation") is { } rows ? SplitReader.Validation(rows)?.Plan ?? DefaultValidation : DefaultValidation;
        var space = new OrderedDictionary<string, Distribution>(StringComparer.Ordinal);
        foreach ((MappingEntry entry, Value settings) in mapping.Required("space", "the settings that are searched")?.AsNamed("setting") ?? [])
        {
            if (Read(settings) is { } distribution)
                space[entry.Key] = distribution;
        }

        // A problem of a drawn value carries the place of its distribution, and each is told once.
        var models = new List<ExperimentModel?> { build(body, null) };
        foreach ((string key, Distribution distribution) in space)
            models.AddRange(distribution.Corners.Select(corner => build(body.With(key.Split('.'), corner), null)));
        if (strategy == SearchStrategy.Halving && models.OfType<ExperimentModel>().FirstOrDefault(model => ModelResource.Of(model.Spec) is null) is { } uncut)
            mapping.At("strategy")!.Fail(NoResource(uncut));

        return trials is null || space.Count == 0 ? null : new Search([.. space.Keys], trials, validation, seed => Draw(space, body, seed)) { Strategy = strategy, SameCandidates = same };
    }

    /// <summary>Why successive halving cannot cut a model's fit short.</summary>
    internal static string NoResource(ExperimentModel model) => ModelResource.KeyOf(model.Spec) is { } key
        ? $"halving cuts the {key} of a model short, and this one leaves them to the framework; give '{key}'"
        : $"halving cuts epochs, rounds or trees short, and a model of kind {model.Spec.Kind} has none of them; take random";

    private SearchDraw Draw(OrderedDictionary<string, Distribution> space, MappingNode body, uint seed)
    {
        var random = new NumpyRandom(seed);
        var settings = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((string key, Distribution distribution) in space)
        {
            Node drawn = distribution.Draw(random);
            settings[key] = NodeWriter.InFlow(drawn);
            body = body.With(key.Split('.'), drawn);
        }

        var problems = new ProblemList("");
        ExperimentModel? model = build(body, problems);
        return model is not null && !problems.Any
            ? new SearchDraw(settings, model)
            : throw new InvalidOperationException($"{string.Join(", ", settings.Select(setting => $"{setting.Key}: {setting.Value}"))} does not make a model: {string.Join("; ", problems.InOrder())}");
    }

    private static Distribution? Read(Value value)
    {
        if (value.Node is not MappingNode { Entries: [var first, ..] } node)
        {
            value.Fail($"{value.Found()}; must be a distribution, such as {{uniform: [0.5, 1]}}, {{log_uniform: [1e-5, 0.1]}}, {{whole: [1, 8]}} or {{choice: [relu, tanh]}}");
            return null;
        }

        string? word = Keys.Distributions.Keys.FirstOrDefault(word => node.Entries.Any(entry => entry.Key == word));
        if (word is null)
        {
            value.Fail($"'{first.Key}' is not a distribution; {Spelling.Hint(first.Key, Keys.Distributions.Keys)}");
            return null;
        }

        Mapping mapping = value.AsMapping(Keys.Distributions[word])!;
        return word switch
        {
            "choice" => mapping.At(word)?.AsItems("value") is { } values ? Distribution.Choice([.. values.Select(item => item.Node)]) : null,
            "repeat" => Repeat(mapping),
            _ => Range(mapping.At(word), word.StartsWith("log_", StringComparison.Ordinal), word.EndsWith("whole", StringComparison.Ordinal)),
        };
    }

    private static Distribution? Range(Value? value, bool logarithmic, bool whole)
    {
        if (value?.AsItems("number") is not { } ends)
            return null;
        NumberRange range = whole ? NumberRange.Whole(logarithmic ? 1 : 0) : logarithmic ? NumberRange.Positive : NumberRange.Any;
        if (ends.Count != 2)
        {
            value.Fail($"found {ends.Count} numbers; must be two, the least and the largest");
            return null;
        }

        if (ends[0].AsNumber(range) is not double low || ends[1].AsNumber(range) is not double high)
            return null;
        if (low < high)
            return Distribution.Between(value.Node, low, high, logarithmic, whole);
        value.Fail($"the least number {ends[0].Scalar} is not below the largest {ends[1].Scalar}");
        return null;
    }

    private static Distribution? Repeat(Mapping mapping)
    {
        Value? times = mapping.Required("times", "how often, such as {whole: [1, 4]}");
        if (times is null || mapping.At("repeat") is not { } item || Read(times) is not { } count || Read(item) is not { } value)
            return null;
        if (count.Corners.All(corner => corner is ScalarNode scalar && int.TryParse(scalar.Text, out int number) && number > 0))
            return Distribution.Repeat(mapping.Node, value, count);
        times.Fail("must draw whole numbers from 1 on, such as {whole: [1, 4]}");
        return null;
    }
}
