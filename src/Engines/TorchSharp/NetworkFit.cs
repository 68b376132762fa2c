using System.Diagnostics;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace FrameworkBench.Engines.TorchSharp;

/// <summary>Trains a network, or an ensemble of them, and predicts.</summary>
internal sealed class NetworkFit
{
    // Far from small numbers: members of an ensemble must not share streams with the next trial's seed.
    private const long SeedStep = 0x5DEECE66D;

    private readonly NetworkSpec spec;
    private readonly FitTask task;
    private readonly Action<FitProgress> report;
    private readonly CancellationToken cancellation;
    private readonly ScalarType type;
    private readonly Network network;
    private readonly Objective objective;
    private readonly List<double> losses = [], accuracies = [], validationLosses = [], validationAccuracies = [];

    private NetworkFit(NetworkSpec spec, FitTask task, Action<FitProgress> report, CancellationToken cancellation)
    {
        (this.spec, this.task, this.report, this.cancellation) = (spec, task, report, cancellation);
        type = Arrays.TypeOf(task.Precision);
        network = new Network(spec, task.TrainX.Columns, type);
        if (task.InitialWeights is not null)
            network.Load(task.InitialWeights);
        if (task.DropoutMasks is not null)
            network.Mask(task.DropoutMasks, type);
        objective = new Objective(spec.Train.Loss, task.Task, task.Outputs, network);
    }

    private TrainingSpec Training => spec.Train;

    private int? BestEpoch { get; set; }

    private StopReason Stopped { get; set; } = StopReason.Completed;

    /// <summary>Fits and predicts.</summary>
    /// <exception cref="UnsupportedException">The network asks for something that TorchSharp lacks.</exception>
    public static Fitted Run(NetworkSpec spec, FitTask task, Action<FitProgress> report, CancellationToken cancellation)
    {
        if (spec.Ensemble > 1 && task.InitialWeights is not null)
            throw new UnsupportedException("initial_weights of an ensemble");

        double fitSeconds = 0, predictSeconds = 0;
        long parameters = 0;
        NetworkFit? first = null;
        Tensor? predictions = null;
        for (int member = 0; member < Math.Max(1, spec.Ensemble); member++)
        {
            random.manual_seed(unchecked(task.Seed + (member * SeedStep)));
            long start = Stopwatch.GetTimestamp();
            var fit = new NetworkFit(spec, task, report, cancellation);
            fit.Train();
            fitSeconds += Stopwatch.GetElapsedTime(start).TotalSeconds;

            var rows = Arrays.ToTensor(task.PredictX, fit.type);
            start = Stopwatch.GetTimestamp();
            Tensor own = fit.Predict(rows);
            predictions = predictions is null ? own : predictions + own;
            predictSeconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
            parameters += fit.network.Parameters.Sum(values => values.numel());
            first ??= fit;
        }

        return new Fitted
        {
            Predictions = Arrays.FromTensor(predictions! / Math.Max(1, spec.Ensemble)),
            History = first!.History(),
            Epochs = first.losses.Count,
            BestEpoch = first.BestEpoch,
            Stopped = first.Stopped,
            FitSeconds = fitSeconds,
            PredictSeconds = predictSeconds,
            Parameters = parameters,
            Threads = get_num_threads(),
            Notes = spec.Ensemble > 1 ? ["the history is that of the ensemble's first network"] : [],
        };
    }

    private void Train()
    {
        Tensor trainX = Arrays.ToTensor(task.TrainX, type), trainY = objective.Targets(task.TrainY, type);
        Tensor? validationX = task.ValidationX is null ? null : Arrays.ToTensor(task.ValidationX, type);
        Tensor? validationY = task.ValidationY is null ? null : objective.Targets(task.ValidationY, type);
        StoppingMonitor? stopping = Training.EarlyStopping is { } settings ? new StoppingMonitor(settings) : null;
        using optim.Optimizer optimizer = Optimizers.Make(Training, network.Parameters);
        int batch = BatchSize();
        IReadOnlyList<Tensor>? best = null;

        for (int epoch = 1; epoch <= Training.Epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            bool finite = RunEpoch(epoch, batch, trainX, trainY, optimizer);
            if (finite && validationX is not null && validationY is not null)
                finite = Validate(validationX, validationY);
            if (!finite)
            {
                Stopped = StopReason.Diverged;
                break;
            }

            double? validationLoss = validationX is null ? null : validationLosses[^1];
            report(new FitProgress(epoch, losses[^1], validationLoss));
            if (stopping is null)
                continue;
            bool better = stopping.Observe(losses[^1], validationLoss, validationX is null ? null : validationAccuracies[^1]);
            if (better && Training.EarlyStopping!.RestoreBest)
                best = Remember(best);
            if (stopping.ShouldStop)
            {
                Stopped = Training.EarlyStopping!.Watch == Watch.TrainingLoss ? StopReason.Converged : StopReason.Early;
                break;
            }
        }

        if (best is null || stopping!.BestEpoch == losses.Count)
            return;
        network.Restore(best);
        BestEpoch = stopping.BestEpoch;
    }

    // False when a loss is not finite, before the update that it would lead to.
    private bool RunEpoch(int epoch, int batch, Tensor trainX, Tensor trainY, optim.Optimizer optimizer)
    {
        int rows = task.TrainX.Rows;
        network.Train(training: true);
        using IDisposable epochScope = NewDisposeScope();
        Tensor? order = Order(epoch, rows);
        double lossSum = 0, right = 0;
        for (int start = 0; start < rows; start += batch)
        {
            using IDisposable batchScope = NewDisposeScope();
            int length = Math.Min(batch, rows - start);
            Tensor x = Rows(trainX, order, start, length), y = Rows(trainY, order, start, length);
            optimizer.zero_grad();
            network.FirstVisit = ((epoch - 1L) * rows) + start;
            Tensor sums = network.Sums(x);
            Tensor loss = objective.Mean(sums, y);
            if (Training.L2 > 0)
            {
                Tensor squares = network.Weights.Select(weight => weight.pow(2).sum()).Aggregate((sum, next) => sum + next);
                loss += squares * (Training.L2 / (2.0 * length));
            }

            double figure = loss.ToDouble();
            if (!double.IsFinite(figure))
                return false;
            lossSum += figure * length;
            loss.backward();
            if (task.Task != TaskKind.Regression)
                right += objective.Right(sums.detach(), y);
            optimizer.step();
        }

        losses.Add(lossSum / rows);
        accuracies.Add(right / rows);
        return true;
    }

    private bool Validate(Tensor x, Tensor y)
    {
        network.Train(training: false);
        using IDisposable scope = NewDisposeScope();
        using IDisposable fixedValues = no_grad();
        Tensor sums = network.Sums(x);
        validationLosses.Add(objective.Mean(sums, y).ToDouble());
        double right = objective.Right(sums, y);
        validationAccuracies.Add(task.Task == TaskKind.Regression ? right : right / x.shape[0]);
        return double.IsFinite(validationLosses[^1]);
    }

    private Tensor Predict(Tensor rows)
    {
        network.Train(training: false, spec.DropoutAtInference);
        using IDisposable fixedValues = no_grad();
        return objective.Predictions(network.Sums(rows));
    }

    // Batches of one tensor are views where the order allows it, and copies of the rows where not.
    private static Tensor Rows(Tensor values, Tensor? order, int start, int length) =>
        order is null ? values.narrow(0, start, length) : values.index_select(0, order.narrow(0, start, length));

    private Tensor? Order(int epoch, int rows) => task.BatchOrder is { } given
        ? GivenStart.Order(given, epoch, Training.Epochs, rows)
        : Training.Shuffle && BatchSize() < rows ? randperm(rows) : null;

    private int BatchSize()
    {
        int rows = task.TrainX.Rows;
        return Training.Optimizer == Optimizer.GradientDescent ? rows : Math.Clamp(Training.BatchSize ?? rows, 1, rows);
    }

    private IReadOnlyList<Tensor> Remember(IReadOnlyList<Tensor>? former)
    {
        foreach (Tensor values in former ?? [])
            values.Dispose();
        return network.Remember();
    }

    private History History() => new()
    {
        Loss = losses,
        Accuracy = task.Task == TaskKind.Regression ? null : accuracies,
        ValidationLoss = task.ValidationX is null ? null : validationLosses,
        ValidationAccuracy = task.ValidationX is null || task.Task == TaskKind.Regression ? null : validationAccuracies,
    };
}
