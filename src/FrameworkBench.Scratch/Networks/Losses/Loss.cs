namespace FrameworkBench.Scratch.Networks.Losses;

/// <summary>What a network is trained to make small. All are means over the rows of a batch.</summary>
public enum Loss
{
    /// <summary>
    /// −(t·ln p + (1 − t)·ln(1 − p)), the mean over rows and outputs. Computed from logits when the last layer is the
    /// sigmoid; otherwise logarithms are held above −100, as PyTorch's BCELoss does.
    /// </summary>
    BinaryCrossEntropy,

    /// <summary>
    /// −Σ t·ln p over the outputs, the mean over rows; targets are one-hot or probabilities. Computed from logits when the
    /// last layer is softmax; otherwise logarithms are held above −100.
    /// </summary>
    CategoricalCrossEntropy,

    /// <summary>(p − t)², the mean over rows and outputs (as PyTorch and Keras; scikit-learn halves it).</summary>
    MeanSquaredError,
}
