using System.Diagnostics;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using TorchSharp;
using static TorchSharp.torch;

namespace FrameworkBench.Engines.TorchSharp.Tables;

/// <summary>One training of a network for tables. A subclass has its network, losses and updates.</summary>
internal abstract class TableFit
{
    // Far from small numbers: members of an ensemble must not share streams with the next trial's seed.
    private const long SeedStep = 0x5DEECE66D;
    private const int RowsAForwardPass = 1024;

    private readonly Action<FitProgress> report;
    private readonly CancellationToken cancellation;
    private readonly List<double> losses = [], validationLosses = [], validationAccuracies = [];

    /// <summary>Prepares the arrays of a task.</summary>
    protected TableFit(FitTask task, bool indicatorsLast, Action<FitProgress> report, CancellationToken cancellation)
    {
        (Task, this.report, this.cancellation) = (task, report, cancellation);
        Type = Arrays.TypeOf(task.Precision);
        Columns = new TableColumns(task, indicatorsLast);
        TrainX = Columns.Rows(task.TrainX, Type);
        TrainY = Targets(task.TrainY);
    }

    /// <summary>What is fitted.</summary>
    protected FitTask Task { get; }

    /// <summary>Float width.</summary>
    protected ScalarType Type { get; }

    /// <summary>The columns of the table.</summary>
    protected TableColumns Columns { get; }

    /// <summary>The training rows.</summary>
    protected TableRows TrainX { get; }

    /// <summary>Class indices, or values rows × outputs.</summary>
    protected Tensor TrainY { get; }

    /// <summary>The network.</summary>
    protected abstract TableNetwork Network { get; }

    /// <summary>Passes over the rows, at most.</summary>
    protected abstract int Epochs { get; }

    /// <summary>Rows an update.</summary>
    protected abstract int BatchSize { get; }

    /// <summary>Whether the rows that do not fill a batch are left out of the epoch.</summary>
    protected abstract bool OnlyWholeBatches { get; }

    /// <summary>Whether training ends before its last epoch.</summary>
    protected virtual bool ShouldStop => false;

    /// <summary>The batches of an epoch.</summary>
    protected int Batches => OnlyWholeBatches ? (int)TrainX.Count / BatchSize : ((int)TrainX.Count + BatchSize - 1) / BatchSize;

    private int? BestEpoch { get; set; }

    private StopReason Stopped { get; set; } = StopReason.Completed;

    /// <summary>Fits an ensemble of networks from as many seeds, and predicts.</summary>
    /// <exception cref="UnsupportedException">Weights are given to more than one network.</exception>
    public static Fitted Run(FitTask task, int members, Func<TableFit> make)
    {
        if (members > 1 && task.InitialWeights is not null)
            throw new UnsupportedException("initial_weights of an ensemble");

        double fitSeconds = 0, predictSeconds = 0;
        long parameters = 0;
        TableFit? first = null;
        Tensor? predictions = null;
        for (int member = 0; member < members; member++)
        {
            random.manual_seed(unchecked(task.Seed + (member * SeedStep)));
            long start = Stopwatch.GetTimestamp();
            TableFit fit = make();
            fit.Train();
            fitSeconds += Stopwatch.GetElapsedTime(start).TotalSeconds;

            TableRows rows = fit.Columns.Rows(task.PredictX, fit.Type);
            start = Stopwatch.GetTimestamp();
            Tensor own = fit.Predict(rows);
            predictions = predictions is null ? own : predictions + own;
            predictSeconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
            parameters += fit.Network.Parameters.Sum(values => values.numel());
            first ??= fit;
        }

        return new Fitted
        {
            Predictions = Arrays.FromTensor(predictions! / members),
            History = first!.History(),
            Epochs = first.losses.Count,
            BestEpoch = first.BestEpoch,
            Stopped = first.Stopped,
            FitSeconds = fitSeconds,
            PredictSeconds = predictSeconds,
            Parameters = parameters,
            Threads = get_num_threads(),
            Notes = members > 1 ? ["the history is that of the ensemble's first network"] : [],
        };
    }

    /// <summary>The optimizer of the network's parameters.</summary>
    protected abstract optim.Optimizer MakeOptimizer();

    /// <summary>Sets what follows a schedule, after so many updates of all.</summary>
    protected virtual void BeforeUpdate(int done)
    {
    }

    /// <summary>Changes parameters after the gradient and before the optimizer's step.</summary>
    protected virtual void BeforeStep()
    {
    }

    /// <summary>The mean loss of a batch.</summary>
    protected abstract Tensor Loss(Tensor outputs, Tensor targets);

    /// <summary>The mean loss of the validation rows.</summary>
    protected abstract Tensor ValidationLoss(Tensor outputs, Tensor targets);

    /// <summary>Probabilities rows × classes, or values rows × outputs.</summary>
    protected abstract Tensor Predictions(Tensor outputs);

    /// <summary>Takes the figures of the next epoch's validation rows.</summary>
    /// <returns>Whether this epoch is the best so far.</returns>
    protected abstract bool Observe(double validationLoss, double validationAccuracy);

    /// <summary>Puts given weights and masks in place.</summary>
    protected void Begin()
    {
        if (Task.InitialWeights is not null)
            Network.Load(Task.InitialWeights);
        if (Task.DropoutMasks is not null)
            Network.Mask(Task.DropoutMasks, Type);
    }

    private Tensor Targets(NpyArray targets) => Task.PredictsValues
        ? Arrays.ToTensor(targets, Type).reshape(targets.Rows, Task.Outputs)
        : Arrays.ToIndices(targets.ToIntegers());

    private void Train()
    {
        using optim.Optimizer optimizer = MakeOptimizer();
        TableRows? validationX = Task.ValidationX is null ? null : Columns.Rows(Task.ValidationX, Type);
        Tensor? validationY = Task.ValidationY is null ? null : Targets(Task.ValidationY);
        IReadOnlyList<Tensor>? best = null;
        for (int epoch = 1; epoch <= Epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            bool finite = RunEpoch(epoch, optimizer);
            if (finite && validationX is not null)
                finite = Validate(validationX, validationY!);
            if (!finite)
            {
                Stopped = StopReason.Diverged;
                break;
            }

            report(new FitProgress(epoch, losses[^1], validationX is null ? null : validationLosses[^1]));
            if (validationX is null)
                continue;
            if (Observe(validationLosses[^1], validationAccuracies[^1]))
            {
                best = Remember(best);
                BestEpoch = epoch;
            }

            if (ShouldStop)
            {
                Stopped = StopReason.Early;
                break;
            }
        }

        if (best is null || BestEpoch == losses.Count)
            BestEpoch = null;
        else
            Network.Restore(best);
    }

    // False when a loss is not finite, before the update that it would lead to.
    private bool RunEpoch(int epoch, optim.Optimizer optimizer)
    {
        using DisposeScope epochScope = NewDisposeScope();
        Network.IsTraining = true;
        int rows = (int)TrainX.Count, visited = 0;
        Tensor order = Order(epoch, rows);
        double lossSum = 0;
        for (int batch = 0; batch < Batches; batch++)
        {
            using DisposeScope batchScope = NewDisposeScope();
            int length = Math.Min(BatchSize, rows - visited);
            Tensor indices = order.narrow(0, visited, length);
            BeforeUpdate(((epoch - 1) * Batches) + batch);
            Network.FirstVisit = ((epoch - 1L) * rows) + visited;
            optimizer.zero_grad();
            Tensor loss = Loss(Network.Outputs(TrainX.Select(indices)), TrainY.index_select(0, indices));
            double figure = loss.ToDouble();
            if (!double.IsFinite(figure))
                return false;
            loss.backward();
            BeforeStep();
            optimizer.step();
            lossSum += figure * length;
            visited += length;
        }

        losses.Add(lossSum / visited);
        return true;
    }

    private bool Validate(TableRows x, Tensor y)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable fixedValues = no_grad();
        Tensor outputs = Outputs(x);
        validationLosses.Add(ValidationLoss(outputs, y).ToDouble());
        bool classes = !Task.PredictsValues;
        validationAccuracies.Add(classes ? Predictions(outputs).argmax(1).eq(y).sum().ToDouble() / x.Count : double.NaN);
        return double.IsFinite(validationLosses[^1]);
    }

    private Tensor Predict(TableRows rows)
    {
        using IDisposable fixedValues = no_grad();
        return Predictions(Outputs(rows));
    }

    // Many rows at once would fill the memory.
    private Tensor Outputs(TableRows rows)
    {
        Network.IsTraining = false;
        return cat([.. rows.Chunk(RowsAForwardPass).Select(Network.Outputs)], 0);
    }

    private Tensor Order(int epoch, int rows) => Task.BatchOrder is { } given
        ? GivenStart.Order(given, epoch, Epochs, rows) : randperm(rows, dtype: ScalarType.Int64);

    private IReadOnlyList<Tensor> Remember(IReadOnlyList<Tensor>? former)
    {
        foreach (Tensor values in former ?? [])
            values.Dispose();
        return Network.Remember();
    }

    private History History() => new()
    {
        Loss = losses,
        ValidationLoss = Task.ValidationX is null ? null : validationLosses,
        ValidationAccuracy = Task.ValidationX is null || Task.PredictsValues ? null : validationAccuracies,
    };
}
