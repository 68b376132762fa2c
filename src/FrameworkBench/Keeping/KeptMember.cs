using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation.Kept;
using FrameworkBench.Protocol.FittedModels;

namespace FrameworkBench.Keeping;

/// <summary>One of the fits whose mean a kept model predicts, with the preparation that was fitted on the same rows.</summary>
/// <param name="Preparation">From cells to numbers.</param>
/// <param name="Model">From numbers to predictions.</param>
/// <param name="TargetOffset">What is added to predicted values, after the scale; 0 for classes.</param>
/// <param name="TargetScale">What predicted values are multiplied by; 1 for classes.</param>
public sealed record KeptMember(KeptPreparation Preparation, FittedModel Model, double TargetOffset, double TargetScale)
{
    /// <summary>Predicts rows, in the target's own unit.</summary>
    /// <param name="cells">Rows × inputs, as <see cref="KeptPreparation.Transform"/> takes them.</param>
    /// <returns>Rows × outputs, row-major.</returns>
    public double[] Predict(FeatureMatrix cells) => Array.ConvertAll(
        Model.Predict(Preparation.Transform(cells).Values), value => (value * TargetScale) + TargetOffset);

    /// <summary>What is wrong with it; null for nothing.</summary>
    /// <param name="categories">Categories of each input; 0 of a number.</param>
    /// <param name="outputs">Classes, or 1 of values.</param>
    /// <exception cref="InvalidDataException">The model's steps do not fit together.</exception>
    internal string? Problem(IReadOnlyList<int> categories, int outputs)
    {
        if (Preparation.Problem(categories) is { } problem)
            return problem;
        int width = Preparation.Parts.Sum(part => part.Width);
        return Model.Inputs != width ? $"the preparation makes {width} numbers, the model takes {Model.Inputs}"
            : Model.Check() is var found && found != outputs ? $"the model gives {found} numbers, expected {outputs}"
            : !double.IsFinite(TargetOffset) || !double.IsFinite(TargetScale) ? "the target's scale is not finite" : null;
    }
}
