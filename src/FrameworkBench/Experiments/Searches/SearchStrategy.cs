namespace FrameworkBench.Experiments.Searches;

/// <summary>How a search spends its budget.</summary>
public enum SearchStrategy
{
    /// <summary>Every candidate is fitted whole (Bergstra and Bengio 2012).</summary>
    Random,

    /// <summary>
    /// Many candidates are fitted with a little of their resource, and again and again the best third with three times as much
    /// (Jamieson and Talwalkar 2016).
    /// </summary>
    Halving,
}
