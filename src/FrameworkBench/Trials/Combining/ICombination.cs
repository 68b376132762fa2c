namespace FrameworkBench.Trials.Combining;

/// <summary>How the outcome of a trial follows from those of others. They are fitted and stored; it is not.</summary>
public interface ICombination
{
    /// <summary>The trials that are combined.</summary>
    IReadOnlyList<PlannedTrial> Members { get; }

    /// <summary>The outcome that follows; a failure where a member gave no predictions.</summary>
    /// <param name="whole">The trial that combines them.</param>
    /// <param name="outcomes">What the members gave, in their order.</param>
    Outcome Combine(PlannedTrial whole, IReadOnlyList<Outcome> outcomes);
}
