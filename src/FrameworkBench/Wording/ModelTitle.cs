using FrameworkBench.Experiments;

namespace FrameworkBench.Wording;

/// <summary>Models as evidence names them.</summary>
internal static class ModelTitle
{
    /// <summary>The title that a model has in its experiment, which tables show too; the name when it has none.</summary>
    public static string Of(Experiment experiment, string model) =>
        experiment.Models.FirstOrDefault(candidate => candidate.Name == model)?.Title ?? model;
}
