using System.Diagnostics;
using System.Numerics;
using FrameworkBench.Protocol.Arrays;
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
    // Any odd number far from small ones: members of an ensemble must not share streams with the next trial's seed.
    private const ulong SeedStep = 0x9E3779B97F4A7C15UL;

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
        training = SamplesOf(task.TrainX, task.TrainY, outputs);
        validation = task.ValidationX is null ? null : SamplesOf(task.ValidationX, task.ValidationY!, outputs);
        inputs = Numbers<T>(task.PredictX);
    }

    public Fitted Run(Action<FitProgress> report, CancellationToken cancellation)
    {
        double fitSeconds = 0, predictSeconds = 0;
        double[]? sum = null;
        TrainingResult? first = null;
        NpyArray? codes = null;
        int parameters = 0;
        var measures = new Dictionary<string, double>(StringComparer.Ordinal);
        MeasureStart(measures);
        for (int member = 0; member < spec.Ensemble; member++)
        {
            ulong seed = unchecked((ulong)task.Seed + ((ulong)member * SeedStep));
            long start = Stopwatch.GetTimestamp();
            Network<T> network = Start<T>(seed, task.InitialWeights);
            TrainingResult result = new Trainer<T>(Options(seed)).Fit(network, training, validation, Report, cancellation);
            fitSeconds += Stopwatch.GetElapsedTime(start).TotalSeconds;

            start = Stopwatch.GetTimestamp();
            T[] predictions = spec.DropoutAtInference ? network.PredictWithDropout(inputs, seed) : network.Predict(inputs);
            predictSeconds += Stopwatch.GetElapsedTime(start).TotalSeconds;

            if (member == 0 && result.Stopped != Stopped.Diverged)
                NetworkMeasures.AddTrained(measures, network, training);
            first ??= result;
            codes ??= CodesOf(network);
            parameters += network.ParameterCount;
            sum = Add(sum, predictions);
        }

        void Report(EpochReport epoch) => report(new FitProgress(epoch.Epoch + 1, epoch.TrainingLoss, Known(epoch.ValidationLoss)));

        return new Fitted
        {
            Predictions = Answer(sum!),
            Codes = codes,
            History = HistoryOf(first!),
            Epochs = first!.Epochs,
            BestEpoch = BestEpoch(first),
            Stopped = ReasonOf(first.Stopped),
            FitSeconds = fitSeconds,
            PredictSeconds = predictSeconds,
            Parameters = parameters,
            Measures = measures,
        };
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
            network.SetParameters([.. weights.Select(Numbers<TNumber>)]);
        return network;
    }

    private TrainingOptions Options(ulong seed) => NetworkMapping.Training(spec) with
    {
        BatchOrder = task.BatchOrder is { } order ? [.. order.ToIntegers().Chunk(order.Columns)] : null,
        DropoutMasks = task.DropoutMasks is { } masks
            ? [.. masks.Select(layer => Array.ConvertAll(layer.ToIntegers(), keeps => keeps != 0))]
            : null,
        ReportAccuracy = !task.PredictsValues,
        Seed = seed,
    };

    private Samples<T> SamplesOf(NpyArray x, NpyArray y, int outputs)
    {
        T[] numbers = Numbers<T>(x);
        if (task.PredictsValues)
            return new Samples<T>(numbers, Numbers<T>(y), x.Rows);
        if (outputs == 1 && task.Task == TaskKind.Binary)
            return Samples<T>.OfTwoClasses(numbers, y.ToIntegers());
        if (outputs != task.Classes)
            throw new UnsupportedException($"{outputs} outputs for {task.Classes} classes");
        return Samples<T>.OfClasses(numbers, y.ToIntegers(), task.Classes);
    }

    private static TNumber[] Numbers<TNumber>(NpyArray array) =>
        typeof(TNumber) == typeof(float) ? (TNumber[])(object)array.ToSingles() : (TNumber[])(object)array.ToDoubles();

    private static double[] Add(double[]? sum, T[] predictions)
    {
        sum ??= new double[predictions.Length];
        for (int i = 0; i < sum.Length; i++)
            sum[i] += double.CreateTruncating(predictions[i]);
        return sum;
    }

    private NpyArray Answer(double[] sum)
    {
        double[] means = Array.ConvertAll(sum, value => value / spec.Ensemble);
        int rows = task.PredictX.Rows, columns = means.Length / rows;
        if (task.Task == TaskKind.Binary && columns == 1)
            (means, columns) = ([.. means.SelectMany(fires => new[] { 1 - fires, fires })], 2);
        return NpyArray.Matrix(rows, columns, task.Precision == Precision.Float64 ? means : Array.ConvertAll(means, value => (float)value));
    }

    private static StopReason ReasonOf(Stopped stopped) => stopped switch
    {
        Stopped.Epochs => StopReason.Completed,
        Stopped.Early => StopReason.Early,
        Stopped.Converged => StopReason.Converged,
        Stopped.Diverged => StopReason.Diverged,
    };

    private static int? BestEpoch(TrainingResult result) =>
        result.BestEpoch is int best && best + 1 != result.Epochs ? best + 1 : null;

    private static History HistoryOf(TrainingResult result) => new()
    {
        Loss = Column(result, epoch => epoch.TrainingLoss),
        Accuracy = Column(result, epoch => epoch.TrainingAccuracy),
        ValidationLoss = Column(result, epoch => epoch.ValidationLoss),
        ValidationAccuracy = Column(result, epoch => epoch.ValidationAccuracy),
    };

    private static double[]? Column(TrainingResult result, Func<EpochReport, double> figure)
    {
        double[] values = [.. result.History.Select(figure)];
        return values.Length == 0 || double.IsNaN(values[0]) ? null : values;
    }

    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}
