using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FrameworkBench.Engines.TorchSharp;

/// <summary>Trains a network, or an ensemble of them, and predicts.</summary>
internal sealed class NetworkFit : EnsembleMember
{
    private readonly NetworkSpec spec;
    private readonly FitTask task;
    private readonly Action<FitProgress> report;
    private readonly CancellationToken cancellation;
    private readonly ScalarType type;
    private readonly Network network;
    private readonly Objective objective;
    private readonly List<double> accuracies = [];

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

    /// <inheritdoc/>
    protected override IReadOnlyList<Parameter> Parameters => network.Parameters;

    /// <inheritdoc/>
    protected override IEnumerable<Tensor> State => network.State;

    private TrainingSpec Training => spec.Train;

    /// <summary>Fits and predicts.</summary>
    /// <exception cref="UnsupportedException">The network asks for something that TorchSharp lacks.</exception>
    public static Fitted Run(NetworkSpec spec, FitTask task, Action<FitProgress> report, CancellationToken cancellation) =>
        Run(task, Math.Max(1, spec.Ensemble), () => new NetworkFit(spec, task, report, cancellation));

    /// <inheritdoc/>
    protected override void Train()
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

            double? validationLoss = validationX is null ? null : ValidationLosses[^1];
            report(new FitProgress(epoch, Losses[^1], validationLoss));
            if (stopping is null)
                continue;
            bool better = stopping.Observe(Losses[^1], validationLoss, validationX is null ? null : ValidationAccuracies[^1]);
            if (better && Training.EarlyStopping!.RestoreBest)
                best = Remember(best);
            if (stopping.ShouldStop)
            {
                Stopped = Training.EarlyStopping!.Watch == Watch.TrainingLoss ? StopReason.Converged : StopReason.Early;
                break;
            }
        }

        if (best is null || stopping!.BestEpoch == Losses.Count)
            return;
        Restore(best);
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

        Losses.Add(lossSum / rows);
        accuracies.Add(right / rows);
        return true;
    }

    private bool Validate(Tensor x, Tensor y)
    {
        network.Train(training: false);
        using IDisposable scope = NewDisposeScope();
        using IDisposable fixedValues = no_grad();
        Tensor sums = network.Sums(x);
        ValidationLosses.Add(objective.Mean(sums, y).ToDouble());
        double right = objective.Right(sums, y);
        ValidationAccuracies.Add(task.Task == TaskKind.Regression ? right : right / x.shape[0]);
        return double.IsFinite(ValidationLosses[^1]);
    }

    /// <inheritdoc/>
    protected override Func<Tensor> Predictor(NpyArray rows)
    {
        var inputs = Arrays.ToTensor(rows, type);
        return () => Predict(inputs);
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

    /// <inheritdoc/>
    protected override History History() => new()
    {
        Loss = Losses,
        Accuracy = task.Task == TaskKind.Regression ? null : accuracies,
        ValidationLoss = task.ValidationX is null ? null : ValidationLosses,
        ValidationAccuracy = task.ValidationX is null || task.Task == TaskKind.Regression ? null : ValidationAccuracies,
    };
}
