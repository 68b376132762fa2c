namespace FrameworkBench.Protocol.Models;

/// <summary>What early stopping watches, once an epoch.</summary>
public enum Watch
{
    /// <summary>Mean loss of the epoch's batches, each before its update.</summary>
    TrainingLoss,

    /// <summary>Mean loss of the validation rows after the epoch.</summary>
    ValidationLoss,

    /// <summary>Share of validation rows predicted right after the epoch (R² for regression).</summary>
    ValidationAccuracy,
}
