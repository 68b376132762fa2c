using FrameworkBench.Datasets.Splits;

namespace FrameworkBench.Experiments.Searches;

/// <summary>
/// How the settings of a model are searched: at random in a space (Bergstra and Bengio 2012), each candidate fitted on
/// some of the training rows and judged on the rest of them. Test rows take no part.
/// </summary>
/// <param name="Settings">The keys of the settings that are searched, such as <c>train.learning_rate</c>.</param>
/// <param name="Trials">The budget on each split, in whole fits or partial ones that cost as much; the first candidate is the model as it
/// is written.</param>
/// <param name="Validation">Which of the training rows judge.</param>
/// <param name="Draw">The candidate of a seed: the same seed draws the same.</param>
public sealed record Search(IReadOnlyList<string> Settings, ByProfile<int> Trials, ValidationPlan Validation, Func<uint, SearchDraw> Draw)
{
    /// <summary>
    /// Seconds that the fits of a split's candidates may take before no further candidate counts, null for no limit; only for a random
    /// search whose splits draw their own candidates.
    /// </summary>
    public ByProfile<double?> Seconds { get; init; } = new(null, null, null);

    /// <summary>How the budget is spent.</summary>
    public SearchStrategy Strategy { get; init; }

    /// <summary>
    /// Whether every split and seed tries the same candidates, so that one of them can be best on all; else each draws its own, so
    /// that one lucky draw does not decide for all.
    /// </summary>
    public bool SameCandidates { get; init; }

    /// <summary>
    /// How many candidates are added to the ensemble that the model is, at most (Caruana et al. 2004); null takes the best candidate.
    /// </summary>
    public int? Ensemble { get; init; }

    /// <summary>The model whose candidates it tries; null for its own.</summary>
    public string? DrawnAs { get; init; }

    /// <summary>Another one draws other candidates.</summary>
    public uint Seed { get; init; }

    /// <summary>
    /// How the candidates of a budget are fitted: how many start, the model with default settings among them, and with which shares of
    /// their resource.
    /// </summary>
    /// <param name="budget">In whole fits, at least 1; by successive halving the model with default settings comes on top of it.</param>
    public (int Candidates, IReadOnlyList<double> Shares) PlanFor(int budget)
    {
        if (Strategy == SearchStrategy.Random)
            return (budget, [1]);
        var plan = HalvingPlan.For(budget);
        return (plan.Candidates + 1, plan.Shares);
    }
}
