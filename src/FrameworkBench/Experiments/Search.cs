using FrameworkBench.Datasets.Splits;

namespace FrameworkBench.Experiments;

/// <summary>
/// How the settings of a model are searched: at random in a space (Bergstra and Bengio 2012), each candidate fitted on
/// some of the training rows and judged on the rest of them. Test rows take no part.
/// </summary>
/// <param name="Settings">The keys of the settings that are searched, such as <c>train.learning_rate</c>.</param>
/// <param name="Trials">How many candidates are tried on each split; the first is the model as it is written.</param>
/// <param name="Validation">Which of the training rows judge.</param>
/// <param name="Draw">The candidate of a seed: the same seed draws the same.</param>
public sealed record Search(IReadOnlyList<string> Settings, ByProfile<int> Trials, ValidationPlan Validation, Func<uint, SearchDraw> Draw);
