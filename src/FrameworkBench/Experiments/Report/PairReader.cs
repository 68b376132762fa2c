using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Report;

/// <summary>Reads the pairs of models that a page compares over several data sets.</summary>
internal static class PairReader
{
    /// <summary>The pairs that are sound.</summary>
    /// <param name="value">A list of mappings of <c>model</c>, <c>against</c> and <c>title</c>.</param>
    /// <param name="models">The names of the experiment's models.</param>
    /// <param name="datasets">How many data sets the experiment has.</param>
    public static IReadOnlyList<ModelPair> Read(Value value, IReadOnlyCollection<string> models, int datasets)
    {
        if (datasets == 1)
            value.Fail("compares models over several data sets, but the experiment has one; give more in 'datasets', or claim that one "
                + "model beats the other");
        var pairs = new List<ModelPair>();
        foreach (Value item in value.AsItems() ?? [])
        {
            if (Pair(item, models) is not { } pair)
                continue;
            if (pairs.Exists(other => other.Title == pair.Title))
                item.Fail($"duplicate title '{pair.Title}'; give each pair its own title");
            else
                pairs.Add(pair);
        }

        return pairs;
    }

    /// <summary>The ways to compare two families of models; null after noting what is wrong.</summary>
    /// <param name="value">A mapping of <c>models</c>, <c>against</c> and perhaps <c>measures</c>.</param>
    /// <param name="models">The names of the experiment's models.</param>
    /// <param name="datasets">How many data sets the experiment has.</param>
    public static SpecificationSettings? ReadSpecifications(Value value, IReadOnlyCollection<string> models, int datasets)
    {
        if (datasets == 1)
            value.Fail("compares models over several data sets, but the experiment has one; give more in 'datasets'");
        if (value.AsMapping() is not { } mapping)
            return null;
        string[] first = Names("models"), second = Names("against");
        if (first.Intersect(second).FirstOrDefault() is { } both)
            mapping.Fail($"'{both}' is in 'models' and in 'against'; a model belongs to one family");
        SpecificationMeasure[] measures = [.. mapping.Items("measures").Select(item => item.AsWord<SpecificationMeasure>("a measure"))
            .OfType<SpecificationMeasure>().Distinct()];
        return first.Length == 0 || second.Length == 0
            ? null : new SpecificationSettings(first, second, measures.Length > 0 ? measures : Enum.GetValues<SpecificationMeasure>());

        string[] Names(string key) =>
            [.. (mapping.At(key)?.AsItems() ?? []).Select(item => item.AsName("a model", models)).OfType<string>().Distinct()];
    }

    /// <summary>The names of the simple models beside which those of the pairs are shown.</summary>
    /// <param name="value">A list of names.</param>
    /// <param name="models">The names of the experiment's models.</param>
    /// <param name="compares">Whether the page compares pairs.</param>
    public static IReadOnlyList<string> ReadBaselines(Value value, IReadOnlyCollection<string> models, bool compares)
    {
        if (!compares)
            value.Fail("are shown beside models that are compared; give pairs of them in 'compare', or remove it");
        return [.. (value.AsItems() ?? []).Select(item => item.AsName("a model", models)).OfType<string>().Distinct()];
    }

    private static ModelPair? Pair(Value item, IReadOnlyCollection<string> models)
    {
        if (item.AsMapping() is not { } mapping)
            return null;
        string? model = mapping.At("model")?.AsName("a model", models);
        string? against = mapping.At("against")?.AsName("a model", models);
        string? title = mapping.Text("title");
        if (model is null || against is null)
            return null;
        if (model == against)
        {
            mapping.Fail($"'{model}' is compared with itself; name another model in 'against'");
            return null;
        }

        return new ModelPair(title ?? $"{model} against {against}", model, against);
    }
}
