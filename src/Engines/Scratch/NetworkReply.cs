using System.Numerics;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Scratch.Networks.Training;

namespace FrameworkBench.Engines.Scratch;

/// <summary>Says what a training of networks gave, in the words of the protocol.</summary>
internal static class NetworkReply
{
    /// <summary>Adds the predictions of a member of an ensemble to those of the members before it.</summary>
    public static double[] Add<T>(double[]? sum, T[] predictions)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        sum ??= new double[predictions.Length];
        for (int i = 0; i < sum.Length; i++)
            sum[i] += double.CreateTruncating(predictions[i]);
        return sum;
    }

    /// <summary>The mean predictions of the members; a single output of two classes becomes two columns.</summary>
    public static NpyArray Predictions(FitTask task, double[] sum, int members)
    {
        double[] means = Array.ConvertAll(sum, value => value / members);
        int rows = task.PredictX.Rows, columns = means.Length / rows;
        if (task.Task == TaskKind.Binary && columns == 1)
            (means, columns) = ([.. means.SelectMany(fires => new[] { 1 - fires, fires })], 2);
        return NpyArray.Matrix(rows, columns, task.Precision == Precision.Float64 ? means : Array.ConvertAll(means, value => (float)value));
    }

    /// <summary>Why training ended.</summary>
    public static StopReason ReasonOf(Stopped stopped) => stopped switch
    {
        Stopped.Epochs => StopReason.Completed,
        Stopped.Early => StopReason.Early,
        Stopped.Converged => StopReason.Converged,
        Stopped.Diverged => StopReason.Diverged,
    };

    /// <summary>The best epoch, from 1; null when it was the last or none was watched.</summary>
    public static int? BestEpoch(TrainingResult result) =>
        result.BestEpoch is int best && best + 1 != result.Epochs ? best + 1 : null;

    /// <summary>The figures of each epoch.</summary>
    public static History HistoryOf(TrainingResult result) => new()
    {
        Loss = Column(result, epoch => epoch.TrainingLoss),
        Accuracy = Column(result, epoch => epoch.TrainingAccuracy),
        ValidationLoss = Column(result, epoch => epoch.ValidationLoss),
        ValidationAccuracy = Column(result, epoch => epoch.ValidationAccuracy),
    };

    /// <summary>A figure; null when it is not known.</summary>
    public static double? Known(double value) => double.IsNaN(value) ? null : value;

    private static double[]? Column(TrainingResult result, Func<EpochReport, double> figure)
    {
        double[] values = [.. result.History.Select(figure)];
        return values.Length == 0 || double.IsNaN(values[0]) ? null : values;
    }
}
