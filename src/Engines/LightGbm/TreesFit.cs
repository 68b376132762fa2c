using System.Diagnostics;
using FrameworkBench.Engines.LightGbm.Native;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Engines.LightGbm;

/// <summary>Trains one boosting for classes, one a target column for values, and predicts.</summary>
/// <param name="parameters">What to train.</param>
/// <param name="task">On what.</param>
internal sealed class TreesFit(TreeParameters parameters, FitTask task)
{
    /// <summary>Fits and predicts.</summary>
    public Fitted Run(Action<FitProgress> report, CancellationToken cancellation)
    {
        var training = new Matrix(task.TrainX, task.Precision);
        Matrix? validation = task.ValidationX is null ? null : new Matrix(task.ValidationX, task.Precision);
        var rows = new Matrix(task.PredictX, task.Precision);
        var boosted = new List<Boosting>();
        try
        {
            long start = Stopwatch.GetTimestamp();
            for (int column = 0; column < (task.PredictsValues ? task.Outputs : 1); column++)
            {
                boosted.Add(new Boosting(parameters, task, training, validation, column));
                boosted[^1].Train(report, cancellation);
            }

            TimeSpan fitting = Stopwatch.GetElapsedTime(start);
            start = Stopwatch.GetTimestamp();
            double[][] predicted = [.. boosted.Select(one => one.Predict(rows))];
            return Answer(boosted, Together(predicted), fitting, Stopwatch.GetElapsedTime(start));
        }
        finally
        {
            boosted.ForEach(one => one.Dispose());
        }
    }

    private Fitted Answer(List<Boosting> boosted, NpyArray predictions, TimeSpan fitting, TimeSpan predicting)
    {
        Boosting first = boosted[0];
        return new Fitted
        {
            Predictions = predictions,
            Epochs = first.Done,
            BestEpoch = first.Kept == first.Done ? null : first.Kept,
            Stopped = first.Stopped,
            History = new History { ValidationLoss = first.ValidationLoss },
            FitSeconds = fitting.TotalSeconds,
            PredictSeconds = predicting.TotalSeconds,
            Parameters = boosted.Sum(one => one.Leaves),
            Threads = task.Threads,
            Explanation = task.Explain ? new Explanation { Importance = Shares(boosted) } : null,
            Notes = [.. Notes(boosted)],
        };
    }

    // Columns of classes, or of the targets; of two classes LightGBM gives the second's probability alone.
    private NpyArray Together(double[][] predicted)
    {
        int rows = task.PredictX.Rows;
        double[] joined = task.Task switch
        {
            TaskKind.Binary => [.. predicted[0].SelectMany(probability => new[] { 1 - probability, probability })],
            TaskKind.Multiclass => predicted[0],
            _ => [.. Enumerable.Range(0, rows).SelectMany(row => predicted.Select(values => values[row]))],
        };
        return NpyArray.Matrix(rows, task.Outputs, joined);
    }

    private double[] Shares(List<Boosting> boosted)
    {
        double[] gains = new double[task.TrainX.Columns];
        foreach (double[] own in boosted.Select(one => one.Gains))
        {
            for (int feature = 0; feature < gains.Length; feature++)
                gains[feature] += own[feature];
        }

        double total = gains.Sum();
        return Array.ConvertAll(gains, gain => total > 0 ? gain / total : 0);
    }

    private IEnumerable<string> Notes(List<Boosting> boosted)
    {
        foreach (string note in parameters.Notes)
            yield return note;
        if (boosted.Count > 1)
            yield return "one boosting an output; epochs and history are those of the first";
        if (boosted.Max(one => one.Empty) is > 0 and int empty)
            yield return $"LightGBM found no split in {empty} of {parameters.Rounds} rounds";
    }
}
