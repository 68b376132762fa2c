using System.Diagnostics;
using System.Numerics;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Models.Tabular;
using FrameworkBench.Scratch.Networks;
using FrameworkBench.Scratch.Networks.Tabular.Members;
using FrameworkBench.Scratch.Networks.Training;

namespace FrameworkBench.Engines.Scratch;

/// <summary>Fits a TabM.</summary>
/// <typeparam name="T">float or double, as the task's precision.</typeparam>
internal static class TabMFit<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static Fitted Run(FitTask task, TabMSpec spec, Action<FitProgress> report, CancellationToken cancellation)
    {
        bool classes = !task.PredictsValues;
        var options = new TabMOptions
        {
            Members = spec.Members,
            Hidden = spec.Hidden,
            Dropout = spec.Dropout,
            LearningRate = spec.LearningRate,
            WeightDecay = spec.WeightDecay,
            Epochs = spec.Epochs,
            BatchSize = spec.BatchSize,
            Patience = spec.Patience,
        };
        Samples<T> training = NetworkTask.Samples<T>(task, task.TrainX, task.TrainY, task.Outputs);
        Samples<T>? validation = task.ValidationX is null
            ? null : NetworkTask.Samples<T>(task, task.ValidationX, task.ValidationY!, task.Outputs);
        T[] inputs = NetworkTask.Numbers<T>(task.PredictX);
        TrainingOptions protocol = TabM.Training(options, classes, validation is not null) with
        {
            BatchOrder = NetworkTask.BatchOrder(task),
            DropoutMasks = NetworkTask.DropoutMasks(task),
            Seed = (ulong)task.Seed,
        };

        long start = Stopwatch.GetTimestamp();
        Network<T> network = TabM.Create<T>(options, task.TrainX.Columns, task.Outputs, classes, (ulong)task.Seed);
        if (task.InitialWeights is { } given)
            network.SetParameters([.. given.Select(NetworkTask.Numbers<T>)]);
        TrainingResult result = new Trainer<T>(protocol).Fit(
            network, training, validation,
            epoch => report(new FitProgress(epoch.Epoch + 1, epoch.TrainingLoss, NetworkReply.Known(epoch.ValidationLoss))),
            cancellation);
        double fitSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;

        start = Stopwatch.GetTimestamp();
        T[] predictions = network.Predict(inputs);
        double predictSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new Fitted
        {
            Predictions = NetworkReply.Predictions(task, NetworkReply.Add(null, predictions), members: 1),
            History = NetworkReply.HistoryOf(result),
            Epochs = result.Epochs,
            BestEpoch = NetworkReply.BestEpoch(result),
            Stopped = NetworkReply.ReasonOf(result.Stopped),
            FitSeconds = fitSeconds,
            PredictSeconds = predictSeconds,
            Parameters = network.ParameterCount,
        };
    }
}
