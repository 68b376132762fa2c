using System.Diagnostics;
using System.Numerics;
using FrameworkBench.Protocol.FittedModels;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Models.Tabular;
using FrameworkBench.Scratch.Networks;
using FrameworkBench.Scratch.Networks.Tabular;
using FrameworkBench.Scratch.Networks.Training;

namespace FrameworkBench.Engines.Scratch;

/// <summary>Fits a RealMLP, or several alike whose predictions are averaged.</summary>
/// <typeparam name="T">float or double, as the task's precision.</typeparam>
internal sealed class RealMlpFit<T>(FitTask task, RealMlpSpec spec)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly RealMlpOptions options = OptionsOf(spec);
    private readonly InputColumn[] columns =
        [.. task.Features.Select(feature => new InputColumn(feature.Categories, feature.Indicator))];

    public Fitted Run(Action<FitProgress> report, CancellationToken cancellation)
    {
        bool classes = !task.PredictsValues;
        Samples<T> training = NetworkTask.Samples<T>(task, task.TrainX, task.TrainY, task.Outputs);
        Samples<T>? validation = task.ValidationX is null
            ? null : NetworkTask.Samples<T>(task, task.ValidationX, task.ValidationY!, task.Outputs);
        Samples<T> smoothed = classes ? RealMlp.Smoothed(training, options.LabelSmoothing) : training;
        T[] inputs = NetworkTask.Numbers<T>(task.PredictX);
        TrainingOptions protocol = RealMlp.Training(options, classes, validation is not null) with
        {
            BatchOrder = NetworkTask.BatchOrder(task),
            DropoutMasks = NetworkTask.DropoutMasks(task),
            ReportAccuracy = classes,
        };
        Clamp? range = classes || options.IsSimplified
            ? null : new Clamp(double.CreateTruncating(training.Targets.Min()), double.CreateTruncating(training.Targets.Max()));
        double fitSeconds = 0, predictSeconds = 0;
        double[]? sum = null;
        TrainingResult? first = null;
        FittedModel? model = null;
        int parameters = 0;
        for (int member = 0; member < spec.Ensemble; member++)
        {
            ulong seed = NetworkTask.SeedOf(task, member);
            long start = Stopwatch.GetTimestamp();
            Network<T> network = RealMlp.Create<T>(options, columns, task.Outputs, classes, range, seed);
            if (task.InitialWeights is { } given)
                RealMlp.SetParameters(network, [.. given.Select(NetworkTask.Numbers<T>)]);
            else
                RealMlp.Start(network, options, training, seed);
            TrainingResult result =
                new Trainer<T>(protocol with { Seed = seed }).Fit(network, smoothed, validation, Report, cancellation);
            fitSeconds += Stopwatch.GetElapsedTime(start).TotalSeconds;

            start = Stopwatch.GetTimestamp();
            T[] predictions = network.Predict(inputs);
            predictSeconds += Stopwatch.GetElapsedTime(start).TotalSeconds;

            if (task.KeepsModel && spec.Ensemble == 1)
                model = FittedNetwork<T>.Of(network, classes);
            first ??= result;
            parameters += network.ParameterCount;
            sum = NetworkReply.Add(sum, predictions);
        }

        void Report(EpochReport epoch) =>
            report(new FitProgress(epoch.Epoch + 1, epoch.TrainingLoss, NetworkReply.Known(epoch.ValidationLoss)));

        return new Fitted
        {
            Predictions = NetworkReply.Predictions(task, sum!, spec.Ensemble),
            Model = model,
            History = NetworkReply.HistoryOf(first!),
            Epochs = first!.Epochs,
            BestEpoch = NetworkReply.BestEpoch(first),
            Stopped = NetworkReply.ReasonOf(first.Stopped),
            FitSeconds = fitSeconds,
            PredictSeconds = predictSeconds,
            Parameters = parameters,
        };
    }

    private static RealMlpOptions OptionsOf(RealMlpSpec spec) => new()
    {
        IsSimplified = spec.Variant == RealMlpVariant.TdS,
        Hidden = spec.Hidden,
        Curve = spec.Activation switch
        {
            RealMlpActivation.Relu => Curve.Relu,
            RealMlpActivation.Selu => Curve.Selu,
            RealMlpActivation.Mish => Curve.Mish,
            null => throw new InvalidDataException("The model names no activation."),
        },
        LearnsCurves = spec.ParametricActivation,
        ScalesInputs = spec.InputScale,
        Periodic = spec.NumericEmbedding == NumericEmbedding.Pbld,
        FrequencyScale = spec.FrequencyScale,
        LearningRate = spec.LearningRate ?? throw new InvalidDataException("The model names no learning rate."),
        Dropout = spec.Dropout,
        WeightDecay = spec.WeightDecay,
        LabelSmoothing = spec.LabelSmoothing,
        Epochs = spec.Epochs,
        BatchSize = spec.BatchSize,
    };
}
