namespace FrameworkBench.Scratch.Stopping;

/// <summary>
/// The rule of early stopping: counts how many times in a row a figure, of which less is better, did not improve. .NET engines
/// have no other: FrameworkBench.Protocol compiles this file too, because neither library may depend on the other.
/// </summary>
internal sealed class PatienceCounter
{
    private readonly bool isKeras;
    private readonly int patience;
    private readonly double minDelta;
    private double reference = double.PositiveInfinity;
    private int observed;
    private int waited;

    private PatienceCounter(bool isKeras, int patience, double minDelta) =>
        (this.isKeras, this.patience, this.minDelta) = (isKeras, patience, minDelta);

    /// <summary>The number, from 1, of the best figure so far; 0 before the first.</summary>
    public int Best { get; private set; }

    /// <summary>Whether training should end.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>
    /// Keras' <c>EarlyStopping</c>: only an improvement by more than <paramref name="minDelta"/> counts, and only then the
    /// reference moves; <paramref name="patience"/> figures in a row without one exhaust it, the first never does.
    /// </summary>
    public static PatienceCounter Keras(int patience, double minDelta) => new(isKeras: true, patience, minDelta);

    /// <summary>
    /// scikit-learn's <c>_update_no_improvement_count</c>: the reference moves with every improvement, but only one by at least
    /// <paramref name="minDelta"/> counts; more than <paramref name="patience"/> figures in a row without one exhaust it.
    /// </summary>
    public static PatienceCounter Sklearn(int patience, double minDelta) => new(isKeras: false, patience, minDelta);

    /// <summary>Takes the next figure, and says whether it is the best so far.</summary>
    public bool Observe(double figure)
    {
        observed++;
        double sufficient = reference - minDelta;
        bool counts = isKeras ? figure < sufficient : figure <= sufficient;
        bool isBest = isKeras ? counts : figure < reference;
        waited = counts ? 0 : waited + 1;
        IsExhausted = !counts && (isKeras ? waited >= patience && observed > 1 : waited > patience);
        if (isBest)
            (reference, Best) = (figure, observed);
        return isBest;
    }
}
