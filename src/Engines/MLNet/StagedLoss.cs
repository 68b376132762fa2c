using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Models;
using Microsoft.ML.Trainers.FastTree;

namespace FrameworkBench.Engines.MLNet;

/// <summary>The validation loss after each tree of an ensemble, and where patience with it ends.</summary>
internal static class StagedLoss
{
    /// <summary>The round with the least loss before <paramref name="patience"/> rounds in a row did not better it.</summary>
    /// <param name="ensemble">The trees in the order in which they were grown.</param>
    /// <param name="validation">Rows to take the loss on.</param>
    /// <param name="loss">The loss of a score and a target.</param>
    /// <param name="patience">Rounds in a row that may pass without improvement.</param>
    /// <returns>The best round, counted from 1 (0 without trees), and whether patience ended before the trees did.</returns>
    public static (int Best, bool Stopped) BestRound(
        RegressionTreeEnsemble ensemble, ValidationRows validation, Func<double, double, double> loss, int patience)
    {
        var stopping = new StoppingMonitor(new EarlyStopping { Patience = patience });
        double[] scores = new double[validation.Targets.Length];
        Array.Fill(scores, ensemble.Bias);
        for (int round = 0; round < ensemble.Trees.Count && !stopping.ShouldStop; round++)
        {
            double sum = 0;
            for (int row = 0; row < scores.Length; row++)
            {
                scores[row] += ensemble.TreeWeights[round] * TreeNodes.Value(ensemble.Trees[round], validation.Inputs.Row(row));
                sum += loss(scores[row], validation.Targets[row]);
            }

            stopping.Observe(sum, sum, null);
        }

        return (stopping.BestEpoch, stopping.ShouldStop);
    }
}
