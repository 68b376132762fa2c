using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials;

namespace FrameworkBench.Engines.Parity;

/// <summary>
/// Proves that an engine computes with the numbers that the harness prepared. A network of one linear unit that does not learn answers each
/// row with the sum of its inputs, each weighed by a number of its own, and its loss holds the training rows and their targets. The harness
/// computes both from its own preparation: scaled numbers, one-hot categories, imputed and marked missing values. The reference takes no
/// part.
/// </summary>
internal sealed class PreparationEcho(ParityFits fits)
{
    // So small a rate moves no weight in either float width.
    private const double NoStep = 1e-30;

    /// <summary>Whether a table has values to predict, which one linear unit needs.</summary>
    public static bool Fits(PlannedTrial planned) => planned.Input.Dataset.Task == TaskKind.Regression;

    /// <summary>Compares every engine in both float widths.</summary>
    public async Task<IReadOnlyList<ParityRow>> CompareAsync(PlannedTrial planned)
    {
        var rows = new List<ParityRow>();
        NetworkSpec unit = Unit();
        (double[] predictions, double loss) = Expected(planned.Input, unit);
        foreach (Precision precision in new[] { Precision.Float64, Precision.Float32 })
        {
            foreach (EngineStatus engine in fits.Engines)
            {
                Outcome outcome = await fits.RunAsync(planned, unit, engine, precision).ConfigureAwait(false);
                ParityRow row = ParityFits.RowOf(planned, ParityCheck.Preparation, engine, precision, outcome);
                rows.Add(outcome.Predictions is null ? row : Compare(planned, row, outcome, predictions, loss));
            }
        }

        return rows;
    }

    private static ParityRow Compare(PlannedTrial planned, ParityRow row, Outcome outcome, double[] predictions, double loss)
    {
        double? lossDifference = outcome.History.Loss is { Count: > 0 } losses ? Math.Abs((losses[0] / loss) - 1) : null;
        double difference = PredictionDistance.Of(planned, predictions, outcome.Predictions!.Values);
        double tolerance = ParityRow.LeastTolerance(row.Precision);
        return row with
        {
            LossDifference = lossDifference,
            PredictionDifference = difference,
            PredictionTolerance = tolerance,
            Verdict = (lossDifference ?? 0) <= tolerance && difference <= tolerance ? ParityVerdict.Agrees : ParityVerdict.Differs,
            Reason = null,
        };
    }

    private static NetworkSpec Unit() => new()
    {
        Layers = [new DenseLayer { Units = 1 }],
        Train = new TrainingSpec
        {
            Loss = Loss.MeanSquaredError,
            Optimizer = Optimizer.GradientDescent,
            LearningRate = NoStep,
            Epochs = 1,
            Shuffle = false,
        },
    };

    // In the table's own unit, as predictions are kept; the loss in the prepared one, as it is trained on.
    private static (double[] Predictions, double Loss) Expected(TrialInput input, NetworkSpec unit)
    {
        FittedPreparation prepared = input.Preparation.Fit(input.Dataset, input.Split.TrainRows);
        ParityStart start = ParityFits.StartOf(unit, prepared.Columns.Count, input.Split.TrainRows.Length, Precision.Float64);
        double[] weights = start.Weights[0].ToDoubles(), bias = start.Weights[1].ToDoubles();
        double[] sums = Sums(prepared.Transform(input.PredictedInputs()));
        double[] targets = prepared.Targets(input.Split.TrainRows);
        double loss = Sums(prepared.Transform(input.Split.TrainRows)).Zip(targets, (sum, target) => (sum - target) * (sum - target))
            .Average();
        return (prepared.InverseTargets(sums), loss);

        double[] Sums(FeatureMatrix rows) =>
            [.. Enumerable.Range(0, rows.Rows)
                .Select(row => bias[0] + weights.Select((weight, column) => weight * rows[row, column]).Sum())];
    }
}
