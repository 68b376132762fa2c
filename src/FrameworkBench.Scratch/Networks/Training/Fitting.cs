using System.Numerics;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Losses;
using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Training;

/// <summary>One training of one network, from the first epoch to the last.</summary>
internal sealed class Fitting<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TrainingOptions options;
    private readonly Network<T> network;
    private readonly BatchSource<T> batches;
    private readonly Samples<T> training;
    private readonly Samples<T>? validation;
    private readonly LossFunction<T> loss;
    private readonly Optimizer<T> optimizer;
    private readonly GivenMasks? masks;
    private readonly WeightPenalty<T> penalty;
    private readonly Evaluation<T> evaluation;
    private readonly bool countTraining;
    private readonly Judgment judgment;
    private ForwardMode mode;

    public Fitting(TrainingOptions options, Network<T> network, Samples<T> training, Samples<T>? validation)
    {
        this.options = options;
        this.network = network;
        this.training = training;
        this.validation = validation;
        batches = new BatchSource<T>(training, options);
        loss = LossFunction<T>.Create(options.Loss, network.Definitions[^1]);
        optimizer = Optimizer<T>.Create(options.Optimizer, network.ParameterCount, network.Layers);
        masks = options.DropoutMasks is { } given ? new GivenMasks(given) : null;
        mode = new ForwardMode(Training: true, new RandomSource(options.Seed, RandomStreams.Dropout), masks);
        penalty = new WeightPenalty<T>(network, options.L2);
        evaluation = new Evaluation<T>(network, loss.ForEvaluation);
        countTraining = options.ReportAccuracy;
        judgment = options.EarlyStopping?.Watch switch
        {
            Watch.ValidationDetermination => Judgment.Determination,
            Watch.ValidationAccuracy => Judgment.Accuracy,
            _ => options.ReportAccuracy ? Judgment.Accuracy : Judgment.None,
        };
        network.Reserve(Math.Max(batches.BatchRows, validation is null ? 0 : Evaluation<T>.BatchRows(validation)));
    }

    public TrainingResult Run(Action<EpochReport>? progress, CancellationToken cancellationToken)
    {
        var history = new List<EpochReport>(options.Epochs);
        StoppingMonitor? monitor = options.EarlyStopping is { } stopping ? new StoppingMonitor(stopping) : null;
        Checkpoint<T>? best = options.EarlyStopping is { RestoreBest: true } ? new Checkpoint<T>(network) : null;
        Stopped stopped = Stopped.Epochs;
        for (int epoch = 0; epoch < options.Epochs; epoch++)
        {
            if (!TryEpoch(epoch, out EpochReport report, cancellationToken))
            {
                stopped = Stopped.Diverged;
                break;
            }

            history.Add(report);
            progress?.Invoke(report);
            if (monitor is null)
                continue;
            if (monitor.Observe(report))
                best?.Save();
            if (monitor.ShouldStop)
            {
                stopped = options.EarlyStopping!.Watch == Watch.TrainingLoss ? Stopped.Converged : Stopped.Early;
                break;
            }
        }

        if (monitor?.BestEpoch is not null)
            best?.Restore();
        return new TrainingResult(stopped, history, monitor?.BestEpoch);
    }

    private void Schedule(double progress)
    {
        optimizer.RateFactor = options.LearningRateSchedule?.Invoke(progress) ?? 1;
        optimizer.DecayFactor = options.RegularizationSchedule?.Invoke(progress) ?? 1;
        mode = mode with { DropoutFactor = optimizer.DecayFactor };
    }

    private bool TryEpoch(int epoch, out EpochReport report, CancellationToken cancellationToken)
    {
        double trainingLoss = 0;
        long right = 0;
        int visited = 0;
        report = default;
        batches.StartEpoch(epoch);
        for (int batch = 0; batch < batches.Batches; batch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int rows = batches.RowsOf(batch);
            if (masks is not null)
                masks.FirstRow = (epoch * training.Rows) + (batch * batches.BatchRows);
            Schedule((epoch + (batch / (double)batches.Batches)) / options.Epochs);
            visited += rows;
            batches.Get(batch, out ReadOnlySpan<T> inputs, out ReadOnlySpan<T> targets);
            double batchLoss = network.Learn(inputs, targets, rows, loss, mode) + penalty.Apply(rows);
            if (!double.IsFinite(batchLoss))
                return false;
            trainingLoss += batchLoss * rows;
            if (countTraining)
                right += evaluation.CountRight(targets, rows);
            optimizer.Step(network.Parameters, network.Gradients);
        }

        (double validationLoss, double validationAccuracy) = validation is null
            ? (double.NaN, double.NaN)
            : evaluation.Of(validation, judgment);
        report = new EpochReport(
            epoch,
            trainingLoss / visited,
            countTraining ? (double)right / visited : double.NaN,
            validationLoss,
            validationAccuracy);
        return validation is null || double.IsFinite(validationLoss);
    }
}
