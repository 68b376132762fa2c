namespace FrameworkBench.Scratch.Networks.Training;

/// <summary>What early stopping watches.</summary>
public enum Watch
{
    /// <summary>The training loss, as reported; less is better.</summary>
    TrainingLoss,

    /// <summary>The loss on the validation rows; less is better.</summary>
    ValidationLoss,

    /// <summary>The accuracy on the validation rows; more is better.</summary>
    ValidationAccuracy,

    /// <summary>The coefficient of determination R² on the validation rows, of a network that predicts values; more is better.</summary>
    ValidationDetermination,
}
