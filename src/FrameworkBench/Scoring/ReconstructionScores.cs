using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Trials;

namespace FrameworkBench.Scoring;

/// <summary>Scores a trial that reconstructed its inputs: by what it lost, and by what its codes still tell of the classes.</summary>
internal static class ReconstructionScores
{
    /// <summary>Scores on the test rows and, where they were predicted, on the training rows.</summary>
    /// <param name="input">The rows.</param>
    /// <param name="test">Reconstructed test rows.</param>
    /// <param name="training">Reconstructed training rows; null when they were not requested.</param>
    /// <param name="codes">Codes of the test rows, then of the training rows; null when there are none.</param>
    public static (Scores Test, Scores? Training) Of(TrialInput input, Predictions test, Predictions? training, Predictions? codes)
    {
        FittedPreparation preparation = input.Preparation.Fit(input.Dataset, input.Split.TrainRows);
        double? codeAccuracy = training is not null && codes is not null && input.Dataset.HasLabels ? CodeAccuracy(input, codes) : null;
        return (
            Score(preparation, input.Split.TestRows, test, codeAccuracy),
            training is null ? null : Score(preparation, input.Split.TrainRows, training, codeAccuracy: null));
    }

    private static Scores Score(FittedPreparation preparation, int[] rows, Predictions reconstructed, double? codeAccuracy) =>
        Scorer.Reconstruction(preparation.Transform(rows).Values, reconstructed.Values, reconstructed.Columns, codeAccuracy);

    // The code is learnt without classes; those of the training rows then tell those of the test rows.
    private static double CodeAccuracy(TrialInput input, Predictions codes)
    {
        int tested = input.Split.TestRows.Length;
        return NeighborVote.Accuracy(
            codes.Slice(tested, codes.Rows - tested).Values,
            LabelsOf(input.Dataset, input.Split.TrainRows),
            codes.Slice(0, tested).Values,
            LabelsOf(input.Dataset, input.Split.TestRows),
            codes.Columns);
    }

    private static int[] LabelsOf(Dataset dataset, int[] rows) => Array.ConvertAll(rows, row => dataset.Labels[row]);
}
