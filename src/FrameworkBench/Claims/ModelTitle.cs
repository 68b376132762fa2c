using FrameworkBench.Experiments;

namespace FrameworkBench.Claims;

/// <summary>Models as evidence names them.</summary>
internal static class ModelTitle
{
    /// <summary>The title that a model has in its experiment, which tables show too; the name when it has none.</summary>
    public static string Of(Experiment experiment, string model) => experiment.Models.FirstOrDefault(candidate => candidate.Name == model)?.Title ?? model;

    /// <summary>In quotation marks, since titles have commas and spaces of their own.</summary>
    public static string Quoted(this string title) => $"“{title}”";
}
