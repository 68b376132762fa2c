namespace FrameworkBench.Scratch.Stopping;

/// <summary>
/// The rule of early stopping: counts how many times in a row a figure, of which less is better, did not improve. .NET engines
/// have no other: FrameworkBench.Protocol compiles this file too, because neither library may depend on the other.
/// </summary>
internal sealed class PatienceCounter
{
    private readonly Rule rule;
    private readonly int patience;
    private readonly double minDelta;
    private double reference = double.PositiveInfinity;
    private int observed;
    private int waited;

    private PatienceCounter(Rule rule, int patience, double minDelta) =>
        (this.rule, this.patience, this.minDelta) = (rule, patience, minDelta);

    private enum Rule
    {
        Keras,
        Sklearn,
        LatestBest,
    }

    /// <summary>The number, from 1, of the best figure so far; 0 before the first.</summary>
    public int Best { get; private set; }

    /// <summary>Whether training should end.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>
    /// Keras' <c>EarlyStopping</c>: only an improvement by more than <paramref name="minDelta"/> counts, and only then the
    /// reference moves; <paramref name="patience"/> figures in a row without one exhaust it, the first never does.
    /// </summary>
    public static PatienceCounter Keras(int patience, double minDelta) => new(Rule.Keras, patience, minDelta);

    /// <summary>
    /// scikit-learn's <c>_update_no_improvement_count</c>: the reference moves with every improvement, but only one by at least
    /// <paramref name="minDelta"/> counts; more than <paramref name="patience"/> figures in a row without one exhaust it.
    /// </summary>
    public static PatienceCounter Sklearn(int patience, double minDelta) => new(Rule.Sklearn, patience, minDelta);

    /// <summary>Nothing exhausts it; of equal figures the latest is the best.</summary>
    public static PatienceCounter LatestBest() => new(Rule.LatestBest, patience: int.MaxValue, minDelta: 0);

    /// <summary>Takes the next figure, and says whether it is the best so far.</summary>
    public bool Observe(double figure)
    {
        observed++;
        double sufficient = reference - minDelta;
        bool counts = rule == Rule.Keras ? figure < sufficient : figure <= sufficient;
        bool isBest = rule == Rule.Sklearn ? figure < reference : counts;
        waited = counts ? 0 : waited + 1;
        IsExhausted = !counts && (rule == Rule.Keras ? waited >= patience && observed > 1 : waited > patience);
        if (isBest)
            (reference, Best) = (figure, observed);
        return isBest;
    }
}
