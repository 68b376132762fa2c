namespace FrameworkBench.Scratch.Networks.Training;

/// <summary>By what a network's answers are judged besides the loss.</summary>
internal enum Judgment
{
    /// <summary>By nothing.</summary>
    None,

    /// <summary>The share of right answers.</summary>
    Accuracy,

    /// <summary>
    /// R² = 1 − Σ(y − ŷ)² / Σ(y − ȳ)², the mean over the outputs; one that does not vary is explained wholly or not at all.
    /// </summary>
    Determination,
}
