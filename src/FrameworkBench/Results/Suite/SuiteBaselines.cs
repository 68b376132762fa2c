using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Results.Suite;

/// <summary>The simple models of a comparison, and the strong ones that should never be far below them.</summary>
/// <param name="Contestants">The models of a pair or of the specifications that have a search or a bag and are no baseline, in the order of
/// the experiment; where no compared model has either, all of those that are no baseline.</param>
/// <param name="Baselines">The simple models, in the order of the experiment.</param>
internal sealed record SuiteBaselines(IReadOnlyList<ExperimentModel> Contestants, IReadOnlyList<ExperimentModel> Baselines)
{
    /// <summary>
    /// The models of an experiment: its baselines are those that it names or, where it names none, constant and linear models and the
    /// models that are in no pair and no specification and have neither a search nor a bag.
    /// </summary>
    internal static SuiteBaselines Of(Experiment experiment)
    {
        var report = experiment.Report;
        HashSet<string> compared =
        [
            .. report.Compare.SelectMany(pair => new[] { pair.Model, pair.Against }), .. report.Specifications?.Models ?? [],
            .. report.Specifications?.Against ?? [],
        ];
        ILookup<bool, ExperimentModel> models = experiment.Models.ToLookup(IsBaseline);
        ExperimentModel[] rivals = [.. models[false].Where(model => compared.Contains(model.Name))];
        ExperimentModel[] strong = [.. rivals.Where(model => model is not { Search: null, Bag: null })];
        return new SuiteBaselines(strong.Length > 0 ? strong : rivals, [.. models[true]]);

        bool IsBaseline(ExperimentModel model) => report.Baselines.Count > 0
            ? report.Baselines.Contains(model.Name)
            : model.Spec is ConstantSpec or LinearSpec || (!compared.Contains(model.Name) && model is { Search: null, Bag: null });
    }
}
