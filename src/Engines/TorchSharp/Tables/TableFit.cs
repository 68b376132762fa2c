using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FrameworkBench.Engines.TorchSharp.Tables;

/// <summary>One training of a network for tables. A subclass has its network, losses and updates.</summary>
internal abstract class TableFit : EnsembleMember
{
    private const int RowsAForwardPass = 1024;

    private readonly Action<FitProgress> report;
    private readonly CancellationToken cancellation;

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

    /// <inheritdoc/>
    protected override IReadOnlyList<Parameter> Parameters => Network.Parameters;

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

    /// <inheritdoc/>
    protected override void Train()
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

            report(new FitProgress(epoch, Losses[^1], validationX is null ? null : ValidationLosses[^1]));
            if (validationX is null)
                continue;
            if (Observe(ValidationLosses[^1], ValidationAccuracies[^1]))
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

        if (best is null || BestEpoch == Losses.Count)
            BestEpoch = null;
        else
            Restore(best);
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

        Losses.Add(lossSum / visited);
        return true;
    }

    private bool Validate(TableRows x, Tensor y)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable fixedValues = no_grad();
        Tensor outputs = Outputs(x);
        ValidationLosses.Add(ValidationLoss(outputs, y).ToDouble());
        bool classes = !Task.PredictsValues;
        ValidationAccuracies.Add(classes ? Predictions(outputs).argmax(1).eq(y).sum().ToDouble() / x.Count : double.NaN);
        return double.IsFinite(ValidationLosses[^1]);
    }

    /// <inheritdoc/>
    protected override Func<Tensor> Predictor(NpyArray rows)
    {
        TableRows inputs = Columns.Rows(rows, Type);
        return () => Predict(inputs);
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

    /// <inheritdoc/>
    protected override History History() => new()
    {
        Loss = Losses,
        ValidationLoss = Task.ValidationX is null ? null : ValidationLosses,
        ValidationAccuracy = Task.ValidationX is null || Task.PredictsValues ? null : ValidationAccuracies,
    };
}
