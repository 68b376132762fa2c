using FrameworkBench.Experiments;

namespace FrameworkBench.Cli.Json;

/// <summary>An experiment of <c>list experiments</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its file.</param>
/// <param name="Title">Its title.</param>
/// <param name="Question">What it asks; empty when it does not say.</param>
/// <param name="Datasets">Its data sets.</param>
/// <param name="Models">Its models.</param>
/// <param name="Claims">Its claims.</param>
/// <param name="Long">Whether an ordinary run of all experiments leaves it out.</param>
internal sealed record ExperimentJson(
    string Name, string Path, string Title, string Question, IReadOnlyList<string> Datasets, IReadOnlyList<string> Models,
    IReadOnlyList<string> Claims, bool Long)
{
    /// <summary>An experiment as its file has it.</summary>
    public static ExperimentJson Of(Experiment experiment) => new(
        experiment.Name, experiment.Path, experiment.Title, experiment.Question, experiment.Datasets,
        [.. experiment.Models.Select(model => model.Name)], [.. experiment.Claims.Select(claim => claim.Id)], experiment.IsLong);
}
