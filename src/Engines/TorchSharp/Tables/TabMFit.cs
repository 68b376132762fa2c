using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Protocol.Models.Tabular;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FrameworkBench.Engines.TorchSharp.Tables;

/// <summary>Trains TabM: the mean of the members' losses, and early stopping by the loss of the mean prediction.</summary>
internal sealed class TabMFit : TableFit
{
    private readonly TabMSpec spec;
    private readonly TabMNetwork network;
    private readonly StoppingMonitor stopping;

    private TabMFit(TabMSpec spec, FitTask task, Action<FitProgress> report, CancellationToken cancellation)
        : base(task, indicatorsLast: false, report, cancellation)
    {
        this.spec = spec;
        network = new TabMNetwork(spec, Columns.Numbers, task.Outputs, Type);
        stopping = new StoppingMonitor(new EarlyStopping { Patience = spec.Patience });
        Begin();
    }

    /// <inheritdoc/>
    protected override TableNetwork Network => network;

    /// <inheritdoc/>
    protected override int Epochs => spec.Epochs;

    /// <inheritdoc/>
    protected override int BatchSize => (int)Math.Min(spec.BatchSize, TrainX.Count);

    /// <inheritdoc/>
    protected override bool OnlyWholeBatches => false;

    /// <inheritdoc/>
    protected override bool ShouldStop => stopping.ShouldStop;

    /// <summary>Fits and predicts.</summary>
    /// <exception cref="UnsupportedException">The task asks for something that the network lacks.</exception>
    public static Fitted Run(TabMSpec spec, FitTask task, Action<FitProgress> report, CancellationToken cancellation)
    {
        if (task.Features.Any(feature => feature.Categories > 0))
            throw new UnsupportedException($"categories in model {spec.Kind}");
        return Run(task, 1, () => new TabMFit(spec, task, report, cancellation));
    }

    /// <inheritdoc/>
    protected override optim.Optimizer MakeOptimizer() => optim.AdamW(
    [
        new AdamW.ParamGroup(network.Decaying, spec.LearningRate, 0.9, 0.999, 1e-8, spec.WeightDecay),
        new AdamW.ParamGroup(network.Biases, spec.LearningRate, 0.9, 0.999, 1e-8, 0),
    ]);

    /// <inheritdoc/>
    protected override Tensor Loss(Tensor outputs, Tensor targets) => Task.PredictsValues
        ? nn.functional.mse_loss(outputs, targets.unsqueeze(1).expand(outputs.shape))
        : nn.functional.cross_entropy(outputs.flatten(0, 1), targets.repeat_interleave(spec.Members));

    /// <inheritdoc/>
    protected override Tensor ValidationLoss(Tensor outputs, Tensor targets)
    {
        if (Task.PredictsValues)
            return nn.functional.mse_loss(outputs.mean([1]), targets);

        // By logarithms, since a probability may be too small for the float width.
        Tensor logarithms = outputs.log_softmax(2).logsumexp(1) - Math.Log(spec.Members);
        return nn.functional.nll_loss(logarithms, targets);
    }

    /// <inheritdoc/>
    protected override Tensor Predictions(Tensor outputs) => (Task.PredictsValues ? outputs : outputs.softmax(2)).mean([1]);

    /// <inheritdoc/>
    protected override bool Observe(double validationLoss, double validationAccuracy) =>
        stopping.Observe(double.NaN, validationLoss, validationAccuracy);
}
