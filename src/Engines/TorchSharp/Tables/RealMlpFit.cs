using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Models.Tabular;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FrameworkBench.Engines.TorchSharp.Tables;

/// <summary>Trains RealMLP: schedules, decoupled decay, and the latest of the best epochs.</summary>
internal sealed class RealMlpFit : TableFit
{
    private readonly RealMlpSpec spec;
    private readonly RealMlpNetwork network;
    private readonly Tensor lowest, highest;
    private readonly List<(Adam.ParamGroup Group, double Factor, double Decay)> groups = [];
    private double best = double.PositiveInfinity;
    private double decay;

    private RealMlpFit(RealMlpSpec spec, FitTask task, Action<FitProgress> report, CancellationToken cancellation)
        : base(task, indicatorsLast: true, report, cancellation)
    {
        this.spec = spec;
        network = new RealMlpNetwork(spec, Columns, task.Outputs, Type);
        if (spec.Variant == RealMlpVariant.Td && task.InitialWeights is null)
            network.StartFrom(TrainX);
        Begin();
        (lowest, highest) = (TrainY.amin([0]), TrainY.amax([0]));
    }

    /// <inheritdoc/>
    protected override TableNetwork Network => network;

    /// <inheritdoc/>
    protected override int Epochs => spec.Epochs;

    /// <inheritdoc/>
    protected override int BatchSize => (int)Math.Min(spec.BatchSize, TrainX.Count);

    /// <inheritdoc/>
    protected override bool OnlyWholeBatches => true;

    /// <summary>Fits and predicts.</summary>
    /// <exception cref="UnsupportedException">The task asks for something that the network lacks.</exception>
    public static Fitted Run(RealMlpSpec spec, FitTask task, Action<FitProgress> report, CancellationToken cancellation)
    {
        RealMlpSpec filled = spec.For(task.Task);
        return Run(task, Math.Max(1, spec.Ensemble), () => new RealMlpFit(filled, task, report, cancellation));
    }

    /// <inheritdoc/>
    protected override optim.Optimizer MakeOptimizer()
    {
        foreach ((double factor, double share, IReadOnlyList<Parameter> parameters) in network.Groups)
            groups.Add((new Adam.ParamGroup(parameters, spec.LearningRate!.Value, 0.9, 0.95, 1e-8), factor, share));
        return optim.Adam(groups.Select(group => group.Group));
    }

    /// <inheritdoc/>
    protected override void BeforeUpdate(int done)
    {
        double share = (double)done / (Epochs * Batches);
        double rate = spec.LearningRate!.Value * 0.5 * (1 - Math.Cos(2 * Math.PI * Math.Log2(1 + (15 * share))));
        double damping = share <= 0.5 ? 1 : 0.5 * (1 + Math.Cos(2 * Math.PI * (share - 0.5)));
        foreach ((Adam.ParamGroup group, double factor, _) in groups)
            group.LearningRate = rate * factor;
        decay = rate * spec.WeightDecay * damping;
        network.DropoutRate = spec.Dropout * damping;
    }

    /// <inheritdoc/>
    protected override void BeforeStep()
    {
        using IDisposable fixedValues = no_grad();
        foreach ((Adam.ParamGroup group, _, double share) in groups.Where(group => decay * group.Decay != 0))
        {
            foreach (Parameter parameter in group.Parameters)
                parameter.mul_(1 - (decay * share));
        }
    }

    /// <inheritdoc/>
    protected override Tensor Loss(Tensor outputs, Tensor targets) => Task.PredictsValues
        ? nn.functional.mse_loss(outputs, targets)
        : nn.functional.cross_entropy(outputs, targets, label_smoothing: spec.LabelSmoothing);

    /// <inheritdoc/>
    protected override Tensor ValidationLoss(Tensor outputs, Tensor targets) => Task.PredictsValues
        ? nn.functional.mse_loss(Predictions(outputs), targets)
        : nn.functional.cross_entropy(outputs, targets);

    /// <inheritdoc/>
    protected override Tensor Predictions(Tensor outputs)
    {
        if (!Task.PredictsValues)
            return outputs.softmax(1);
        return spec.Variant == RealMlpVariant.Td ? outputs.maximum(lowest).minimum(highest) : outputs;
    }

    /// <inheritdoc/>
    protected override bool Observe(double validationLoss, double validationAccuracy)
    {
        double figure = Task.PredictsValues ? validationLoss : -validationAccuracy;
        if (!(figure <= best))
            return false;
        best = figure;
        return true;
    }
}
