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
            Notes = [.. Notes(spec)],
        };
    }

    private static IEnumerable<string> Notes(NetworkSpec spec)
    {
        if (spec.Ensemble > 1)
            yield return "the history is that of the ensemble's first network";
        if (spec.Train.Optimizer == Optimizer.Rmsprop)
            yield return "Keras adds RMSProp's epsilon inside the root";
        if (spec.Train.Optimizer == Optimizer.Adam)
            yield return "Keras adds Adam's epsilon before the bias correction";
        if (spec.Layers.Any(layer => layer is BatchNormLayer))
            yield return "Keras's running variance takes the batch's biased variance";
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
