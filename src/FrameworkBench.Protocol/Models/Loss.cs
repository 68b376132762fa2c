namespace FrameworkBench.Protocol.Models;

/// <summary>What training minimises: the mean over rows.</summary>
public enum Loss
{
    /// <summary>−(y·ln p + (1 − y)·ln(1 − p)), one sigmoid output.</summary>
    BinaryCrossEntropy,

    /// <summary>−ln p of the true class, softmax outputs.</summary>
    CategoricalCrossEntropy,

    /// <summary>
    /// (prediction − target)², averaged over the outputs; a class target is 0/1, one column a class where there are several outputs.
    /// </summary>
    MeanSquaredError,
}
