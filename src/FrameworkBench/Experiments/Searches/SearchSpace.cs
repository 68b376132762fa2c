using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Searches;

/// <summary>The settings of a model that are searched, and the models that draws of them make.</summary>
/// <param name="settings">What each may be, by key.</param>
/// <param name="body">The model's mapping, into which the drawn values are written.</param>
/// <param name="build">Reads a model from its mapping; its problems go to the list given, or else to the file's.</param>
/// <param name="trial">Whether one more model may be tried to check the space.</param>
internal sealed class SearchSpace(
    OrderedDictionary<string, Distribution> settings, MappingNode body, Func<MappingNode, ProblemList?, ExperimentModel?> build,
    Func<bool> trial)
{
    // What a seed draws first is taken unless no model can have it, so that what was drawn before is drawn again.
    private const int Attempts = 1000;
    private SearchDraw? usual;

    /// <summary>The candidate of a seed: the first of its draws that makes a model.</summary>
    /// <exception cref="InvalidOperationException">None did, nor any when the space was checked.</exception>
    public SearchDraw Draw(uint seed) => Draw(seed, null, null, out string refusal) ?? usual
        ?? throw new InvalidOperationException(refusal);

    /// <summary>
    /// Notes every value that no model can have, by itself or with any draw of the others, and whether no draw makes a model at all.
    /// </summary>
    /// <param name="space">Where the space stands; null where there is none.</param>
    /// <returns>The model with default settings, and one with every value that lies at an end of its range.</returns>
    public IReadOnlyList<ExperimentModel> Check(Value? space)
    {
        // A problem of a drawn value carries the place of its distribution, and each is reported once.
        bool sound = Build(body, out _) is not null;
        var models = new List<ExperimentModel?> { build(body, null) };
        bool possible = sound;
        foreach ((string key, Distribution distribution) in settings)
        {
            foreach (Node corner in distribution.Corners)
            {
                if (space?.Problems.IsFull == true)
                    return [.. models.OfType<ExperimentModel>()];
                if (!trial())
                {
                    space?.Fail("the searches of this experiment have too many choices to check all; "
                        + "search fewer settings, or fewer models");
                    return [.. models.OfType<ExperimentModel>()];
                }

                MappingNode alone = body.With(key.Split('.'), corner);
                ExperimentModel? model = Build(alone, out _) ?? (sound ? Draw(0, key, corner, out _)?.Model : null);
                models.Add(model ?? build(alone, null));
                possible &= model is not null;
            }
        }

        if (possible && settings.Count > 0 && (usual = Draw(0, null, null, out string refusal)) is null)
            space?.Fail(refusal);
        return [.. models.OfType<ExperimentModel>()];
    }

    private SearchDraw? Draw(uint seed, string? given, Node? value, out string refusal)
    {
        var random = new NumpyRandom(seed);
        refusal = "";
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            var drawn = new OrderedDictionary<string, string>(StringComparer.Ordinal);
            MappingNode candidate = body;
            foreach ((string key, Distribution distribution) in settings)
            {
                Node one = distribution.Draw(random);
                if (key == given)
                    one = value!;
                drawn[key] = NodeWriter.InFlow(one);
                candidate = candidate.With(key.Split('.'), one);
            }

            if (Build(candidate, out string why) is { } model)
                return new SearchDraw(drawn, model);
            refusal = $"none of {Attempts} draws makes a model; "
                + $"{string.Join(", ", drawn.Select(setting => $"{setting.Key}: {setting.Value}"))}: {why}";
        }

        return null;
    }

    private ExperimentModel? Build(MappingNode candidate, out string why)
    {
        var problems = new ProblemList("");
        ExperimentModel? model = build(candidate, problems);
        why = string.Join("; ", problems.InOrder().Select(problem => problem.Message));
        return problems.Any ? null : model;
    }
}
