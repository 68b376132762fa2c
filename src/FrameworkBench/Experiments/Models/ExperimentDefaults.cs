using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Models;

/// <summary>
/// What an experiment says for all its models, written into one of them: a setting put below it then leaves the rest as it is.
/// </summary>
internal static class ExperimentDefaults
{
    private const string Inputs = "inputs";
    private const string Validation = "validation";

    /// <summary>
    /// A model's mapping with the experiment's <c>inputs</c> and <c>validation</c> where it has none and some of its settings lie below
    /// them.
    /// </summary>
    /// <param name="model">The model's mapping.</param>
    /// <param name="experiment">The experiment's mapping.</param>
    /// <param name="settings">The settings that will be put in, such as <c>inputs.scaling</c>.</param>
    public static MappingNode Into(MappingNode model, MappingNode experiment, IEnumerable<string> settings)
    {
        string[] above =
            [.. settings.Where(setting => setting.Contains('.', StringComparison.Ordinal)).Select(setting => setting.Split('.')[0])];

        // A model's own null takes the validation away, but not the inputs.
        if (above.Contains(Validation) && (model.Find(Validation) ?? experiment.Find(Validation)) is { } rows)
            model = model.With([Validation], rows);
        if (above.Contains(Inputs) && (Said(model.Find(Inputs)) ?? Said(experiment.Find(Inputs))) is { } inputs)
            model = model.With([Inputs], InFull(inputs));
        return model;
    }

    private static Node? Said(Node? node) => node is ScalarNode { IsNull: true } ? null : node;

    // The word of a scaling stands for the mapping that says no more.
    private static Node InFull(Node inputs) =>
        inputs is ScalarNode word
            ? new MappingNode(word.Line, word.Column, [new MappingEntry("scaling", word.Line, word.Column, word)]) : inputs;
}
