using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.KerasNet;

/// <summary>Trains one network, or several alike whose predictions are averaged.</summary>
internal static class EnsembleFit
{
    // Far from small numbers: members of an ensemble must not share streams with the next trial's seed.
    private const long SeedStep = 0x5DEECE66D;

    /// <summary>Fits and predicts.</summary>
    public static Fitted Run(NetworkSpec spec, FitTask task, Action<FitProgress> report, CancellationToken cancellation)
    {
        int members = Math.Max(1, spec.Ensemble);
        var fits = new List<NetworkFit>();
        double[]? sum = null;
        for (int member = 0; member < members; member++)
        {
            var fit = new NetworkFit(spec, task, unchecked((int)((task.Seed + (member * SeedStep)) & int.MaxValue)));
            fit.Train(report, cancellation);
            double[] outputs = fit.Predict();
            sum = sum is null ? outputs : [.. sum.Zip(outputs, (one, other) => one + other)];
            fits.Add(fit);
        }

        NetworkFit first = fits[0];
        return new Fitted
        {
            Predictions = Predictions(task, Array.ConvertAll(sum!, value => value / members)),
            History = first.History,
            Epochs = first.Epochs,
            BestEpoch = first.BestEpoch,
            Stopped = first.Stopped,
            FitSeconds = fits.Sum(fit => fit.FitSeconds),
            PredictSeconds = fits.Sum(fit => fit.PredictSeconds),
            Parameters = fits.Sum(fit => fit.Parameters),
            Threads = task.Threads,
            Notes = [.. Notes(spec, first.HasShorterBatch)],
        };
    }

    private static IEnumerable<string> Notes(NetworkSpec spec, bool shorterBatch)
    {
        if (spec.Ensemble > 1)
            yield return "the history is that of the ensemble's first network";
        if (spec.Train.Optimizer == Optimizer.Rmsprop)
            yield return "Keras's RMSProp adds epsilon under the root: the square of the specification's is given";
        if (spec.Train.Optimizer == Optimizer.Adam)
            yield return "Keras's Adam adds epsilon before the bias correction";
        if (spec.Layers.Any(layer => layer is BatchNormLayer))
            yield return "Keras's batch normalisation keeps the biased variance of a batch, and normalises a batch of one row by itself";
        if (spec.Train.L2 > 0 && shorterBatch)
            yield return "the L2 penalty is divided by the batch size for a shorter last batch too";
    }

    // One output of a binary task is the probability of class 1; outputs that are no distribution are held in [0, 1]
    // and divided by their sum.
    private static NpyArray Predictions(FitTask task, double[] outputs)
    {
        int rows = task.PredictX.Rows, columns = outputs.Length / rows;
        if (task.Task == TaskKind.Regression)
            return NpyArray.Matrix(rows, columns, Array.ConvertAll(outputs, value => (float)value));

        double[] held = Array.ConvertAll(outputs, value => Math.Clamp(value, 0, 1));
        if (columns == 1)
            return NpyArray.Matrix(rows, 2, held.SelectMany(second => new[] { (float)(1 - second), (float)second }).ToArray());
        return NpyArray.Matrix(rows, columns, held.Chunk(columns).SelectMany(Shares).ToArray());
    }

    private static IEnumerable<float> Shares(double[] row)
    {
        double total = row.Sum();
        return row.Select(value => (float)(total > 0 ? value / total : 1.0 / row.Length));
    }
}
