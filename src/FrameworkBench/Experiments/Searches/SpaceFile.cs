using FrameworkBench.Experiments.Models;
using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Searches;

/// <summary>
/// A file of search spaces: a mapping from a model's name to what its settings may be, in the words of <c>tune: space:</c>.
/// </summary>
internal static class SpaceFile
{
    private const string UsualTrials = "20";
    private const string Example = "such as net: {train.learning_rate: {log_uniform: [1e-4, 0.1]}}";

    /// <summary>
    /// Puts the spaces of a file into an experiment; other models are no longer searched. Null after noting what is wrong.
    /// </summary>
    /// <param name="text">The file's text.</param>
    /// <param name="experiment">The experiment's root; it must be sound.</param>
    /// <param name="problems">Gathers what is wrong with the file.</param>
    public static MappingNode? PutInto(MappingNode experiment, string text, ProblemList problems)
    {
        if (NodeParser.Parse(text, $"give a model's name and the settings to search, {Example}", problems) is not { } root)
            return null;
        if (root is not MappingNode { Entries.Count: > 0 } spaces)
        {
            problems.Add(root, null, $"{new Value(root, "", problems).Found()}; "
                + $"must be a mapping from a model's name to the settings to search, {Example}");
            return null;
        }

        var models = (MappingNode)experiment.Find("models")!;
        var inheritance =
            new Inheritance(
                models.Entries.ToDictionary(entry => entry.Key, entry => (MappingNode)entry.Value, StringComparer.Ordinal), "models",
                problems);
        models = models with { Entries = [.. models.Entries.Select(entry => entry with { Value = Unsearched(entry.Value) })] };
        foreach (MappingEntry space in spaces.Entries)
        {
            if (models.Find(space.Key) is not MappingNode model)
            {
                problems.Add(space.Line, space.Column, space.Key, $"'{ScalarNode.Shorten(space.Key)}' is not a model of the experiment; "
                    + $"{(problems.IsFull ? "" : ClosestName.Hint(space.Key, [.. models.Entries.Select(entry => entry.Key)]))}");
                continue;
            }

            var tune = inheritance.Resolve(space.Key).Find("tune") as MappingNode
                ?? new MappingNode(
                    space.Line, space.Column,
                    [new MappingEntry(
                        "trials", space.Line, space.Column, new ScalarNode(space.Line, space.Column, UsualTrials, Quoted: false))]);
            models = models.With([space.Key], model.With(["tune"], tune.With(["space"], space.Value)));
        }

        return experiment.With(["models"], models);
    }

    /// <summary>Says where in the file of spaces a problem of the experiment is.</summary>
    public static Problem Relocate(Problem problem)
    {
        string? key = problem.Key?.Replace(".tune.space", "", StringComparison.Ordinal);
        return problem with
        {
            Key = key is not null && key.StartsWith("models.", StringComparison.Ordinal) ? key["models.".Length..] : key,
        };
    }

    // An heir would inherit a search that nobody requested.
    private static Node Unsearched(Node model) => model is not MappingNode mapping ? model
        : mapping.Find("like") is null ? mapping.Without("tune")
        : mapping.With(["tune"], new ScalarNode(mapping.Line, mapping.Column, "null", Quoted: false));
}
