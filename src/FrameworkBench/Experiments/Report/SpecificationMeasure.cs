namespace FrameworkBench.Experiments.Report;

/// <summary>What a lead on a table is measured in.</summary>
public enum SpecificationMeasure
{
    /// <summary>The difference of the scores: accuracy, or R² clipped at 0.</summary>
    Score,

    /// <summary>The difference of the scores as a share of the way from the constant model's to the best model's.</summary>
    ScoreShare,

    /// <summary>The difference of log loss for classes, of RMSE for values, as a share of that way.</summary>
    LossShare,
}
