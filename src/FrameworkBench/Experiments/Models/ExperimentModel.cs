using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Experiments.Searches;
using FrameworkBench.Experiments.Splits;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Protocol.Models.Tabular;

namespace FrameworkBench.Experiments.Models;

/// <summary>A named model of an experiment, with everything that it takes over from the experiment or from another model.</summary>
public sealed record ExperimentModel
{
    /// <summary>Its name; unique in the experiment.</summary>
    public required string Name { get; init; }

    /// <summary>Its heading in tables; the name when the file gives none.</summary>
    public required string Title { get; init; }

    /// <summary>
    /// What is fitted. For a network given by its hidden layers, as it suits the first data set; see <see cref="SpecFor"/>.
    /// </summary>
    public required ModelSpec Spec { get; init; }

    /// <summary>Whether the output layer and the loss are those that suit the task of each data set.</summary>
    public bool FollowsTask { get; init; }

    /// <summary>What is done to the table before the model sees it, fitted on training rows only.</summary>
    public PreparationPlan Preparation { get; init; } = new();

    /// <summary>Which training rows are set aside; null sets none aside.</summary>
    public ValidationSetting? Validation { get; init; }

    /// <summary>
    /// Into how many folds the training rows are divided, each of which one fit leaves out; the model is the mean of these fits. Null fits
    /// it once, on all training rows that are not set aside.
    /// </summary>
    public int? Bag { get; init; }

    /// <summary>How many seeds it is fitted with.</summary>
    public required ByProfile<int> Seeds { get; init; }

    /// <summary>The only engines that it is fitted by, for each profile; null for all.</summary>
    public ByProfile<IReadOnlyList<string>?>? Engines { get; init; }

    /// <summary>How its settings are searched before it is fitted; null takes them as they are.</summary>
    public Search? Search { get; init; }

    /// <summary>Where it stands on each axis that it varies along, in the order of the file; empty for a model that stands alone.</summary>
    public IReadOnlyList<Coordinate> Coordinates { get; init; } = [];

    /// <summary>
    /// Whether another model is fitted with the same settings to the same rows, prepared alike; names, seeds, engines and searches do not
    /// count.
    /// </summary>
    public bool IsFittedAs(ExperimentModel other) => other is not null && Fitted == other.Fitted;

    /// <summary>What a fit of the model depends on, whatever it is called.</summary>
    internal (ModelSpec Spec, bool FollowsTask, PreparationPlan Preparation, ValidationSetting? Validation, int? Bag) Fitted =>
        (Spec, FollowsTask, Preparation, Validation, Bag);

    /// <summary>What is fitted to a data set of a task. Open layer widths are still open.</summary>
    public ModelSpec SpecFor(TaskKind task) => Spec switch
    {
        NetworkSpec network when FollowsTask => OutputLayer.Suit(network, task),
        RealMlpSpec network => network.For(task),
        _ => Spec,
    };
}
