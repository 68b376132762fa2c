using System.Diagnostics;
using System.Numerics;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.FittedModels;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Scratch.Networks;
using FrameworkBench.Scratch.Networks.Training;

namespace FrameworkBench.Engines.Scratch;

/// <summary>Fits a network, or several alike whose predictions are averaged.</summary>
/// <typeparam name="T">float or double, as the task's precision.</typeparam>
internal sealed class NetworkFit<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly FitTask task;
    private readonly NetworkSpec spec;
    private readonly T[] inputs;
    private readonly Samples<T> training;
    private readonly Samples<T>? validation;

    public NetworkFit(FitTask task)
    {
        this.task = task;
        spec = (NetworkSpec)task.Model;
        int outputs = spec.Layers.OfType<DenseLayer>().Last().Units;
        training = NetworkTask.Samples<T>(task, task.TrainX, task.TrainY, outputs);
        validation = task.ValidationX is null ? null : NetworkTask.Samples<T>(task, task.ValidationX, task.ValidationY!, outputs);
        inputs = NetworkTask.Numbers<T>(task.PredictX);
    }

    public Fitted Run(Action<FitProgress> report, CancellationToken cancellation)
    {
        double fitSeconds = 0, predictSeconds = 0;
        double[]? sum = null;
        TrainingResult? first = null;
        NpyArray? codes = null;
        FittedModel? model = null;
        int parameters = 0;
        var measures = new Dictionary<string, double>(StringComparer.Ordinal);
        MeasureStart(measures);
        for (int member = 0; member < spec.Ensemble; member++)
        {
            ulong seed = NetworkTask.SeedOf(task, member);
            long start = Stopwatch.GetTimestamp();
            Network<T> network = Start<T>(seed, task.InitialWeights);
            TrainingResult result = new Trainer<T>(Options(seed)).Fit(network, training, validation, Report, cancellation);
            fitSeconds += Stopwatch.GetElapsedTime(start).TotalSeconds;

            start = Stopwatch.GetTimestamp();
            T[] predictions = PredictedBy(network, seed);
            predictSeconds += Stopwatch.GetElapsedTime(start).TotalSeconds;

            if (member == 0 && result.Stopped != Stopped.Diverged)
                NetworkMeasures.AddTrained(measures, network, training);
            first ??= result;
            codes ??= CodesOf(network);
            if (task.KeepsModel && spec is { Ensemble: 1, DropoutAtInference: false })
                model = FittedNetwork<T>.Of(network, !task.PredictsValues);
            parameters += network.ParameterCount;
            sum = NetworkReply.Add(sum, predictions);
        }

        void Report(EpochReport epoch) =>
            report(new FitProgress(epoch.Epoch + 1, epoch.TrainingLoss, NetworkReply.Known(epoch.ValidationLoss)));

        return new Fitted
        {
            Predictions = NetworkReply.Predictions(task, sum!, spec.Ensemble),
            Codes = codes,
            Model = model,
            History = NetworkReply.HistoryOf(first!),
            Epochs = first!.Epochs,
            BestEpoch = NetworkReply.BestEpoch(first),
            Stopped = NetworkReply.ReasonOf(first.Stopped),
            FitSeconds = fitSeconds,
            PredictSeconds = predictSeconds,
            Parameters = parameters,
            Measures = measures,
        };
    }

    private T[] PredictedBy(Network<T> network, ulong seed)
    {
        if (task.Task == TaskKind.Binary && network.EndsInOneSigmoid)
            return network.PredictBothClasses(inputs, spec.DropoutAtInference ? seed : null);
        return spec.DropoutAtInference ? network.PredictWithDropout(inputs, seed) : network.Predict(inputs);
    }

    // Those of an ensemble's first member: codes of several networks have nothing in common.
    private NpyArray? CodesOf(Network<T> network)
    {
        if (!task.Codes || spec.CodeLayer is not int layer)
            return null;
        T[] codes = network.Encode(inputs, NetworkMapping.Layers(spec with { Layers = [.. spec.Layers.Take(layer + 1)] }).Count);
        int rows = task.PredictX.Rows;
        return NpyArray.Matrix(rows, codes.Length / rows, Array.ConvertAll(codes, double.CreateTruncating));
    }

    // Measured on copies and outside the stopwatch, so that neither the fit nor its time is touched.
    private void MeasureStart(Dictionary<string, double> measures)
    {
        TrainingOptions options = Options(unchecked((ulong)task.Seed));
        NetworkMeasures.AddInitial(measures, Start<T>(options.Seed, task.InitialWeights), training, options.Loss, options.Seed);
        if (task.InitialWeights is null && training is Samples<double> exact)
            NetworkMeasures.AddGradientError(measures, Start<double>(options.Seed, weights: null), exact, options.Loss, options.Seed);
    }

    private Network<TNumber> Start<TNumber>(ulong seed, IReadOnlyList<NpyArray>? weights)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        var network = new Network<TNumber>(task.TrainX.Columns, NetworkMapping.Layers(spec), seed);
        if (weights is not null)
            network.SetParameters([.. weights.Select(NetworkTask.Numbers<TNumber>)]);
        return network;
    }

    private TrainingOptions Options(ulong seed) => NetworkMapping.Training(spec, task.PredictsValues) with
    {
        BatchOrder = NetworkTask.BatchOrder(task),
        DropoutMasks = NetworkTask.DropoutMasks(task),
        ReportAccuracy = !task.PredictsValues,
        Seed = seed,
    };
}
