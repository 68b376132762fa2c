namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>What is told after a round.</summary>
/// <param name="Round">1, 2 …</param>
/// <param name="TrainingLoss">Mean log loss, or mean squared error, over all training rows.</param>
/// <param name="ValidationLoss">The same over the validation rows; null when there are none.</param>
public readonly record struct BoostingRound(int Round, double TrainingLoss, double? ValidationLoss);
