namespace FrameworkBench.Scratch.Networks.Training;

/// <summary>How early stopping counts.</summary>
public enum StoppingRule
{
    /// <summary>
    /// An epoch is better when it beats the best by more than the least difference; only then the best moves. Training
    /// stops when as many epochs in a row as patience says were not better (Keras' EarlyStopping).
    /// </summary>
    Keras,

    /// <summary>
    /// An epoch that does not beat the best by the least difference is counted (a loss above best − δ, an accuracy below
    /// best + δ), any other sets the count to zero; the best moves with every improvement, however small. Training stops
    /// when the count exceeds patience (scikit-learn's <c>_update_no_improvement_count</c>).
    /// </summary>
    Sklearn,

    /// <summary>Training never stops early; the latest of the best epochs is the best.</summary>
    LatestBest,
}
