using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FrameworkBench.Engines.TorchSharp;

/// <summary>
/// A network of TorchSharp modules. The output layer's activation stands apart, so that losses can be taken from its sums.
/// </summary>
internal sealed class Network
{
    private readonly List<Func<Tensor, Tensor>> steps = [];
    private readonly List<nn.Module> modules = [];
    private readonly List<Dropout> dropouts = [];
    private readonly List<Linear> dense = [];
    private IReadOnlyList<Tensor>? masks;
    private bool isTraining;

    /// <summary>Builds the layers and draws their weights from the process's generator.</summary>
    /// <param name="spec">The layers.</param>
    /// <param name="inputs">Columns of the input.</param>
    /// <param name="type">Float width of the weights.</param>
    public Network(NetworkSpec spec, int inputs, ScalarType type)
    {
        int width = inputs;
        bool hiddenSigmoid = HasHiddenSigmoid(spec.Layers);
        for (int index = 0; index < spec.Layers.Count; index++)
        {
            bool last = index == spec.Layers.Count - 1;
            switch (spec.Layers[index])
            {
                case DenseLayer layer:
                    Linear linear = nn.Linear(width, layer.Units, dtype: type);
                    Initialize(linear, layer.Init, width, layer.Units, hiddenSigmoid);
                    Keep(linear, linear.forward);
                    dense.Add(linear);
                    width = layer.Units;
                    Activate(layer.Activation, layer.Slope, last);
                    break;
                case ActivationLayer layer:
                    Activate(layer.Activation, layer.Slope, last);
                    break;
                case DropoutLayer layer:
                    Dropout dropout = nn.Dropout(layer.Rate);
                    int number = dropouts.Count;
                    Keep(dropout, rows => Drop(dropout, number, layer.Rate, rows));
                    dropouts.Add(dropout);
                    break;
                case BatchNormLayer layer:
                    BatchNorm1d norm = nn.BatchNorm1d(width, layer.Epsilon, layer.Momentum, dtype: type);
                    Keep(norm, rows => Normalize(norm, layer.Epsilon, rows));
                    break;
                default:
                    throw new UnsupportedException($"layer {spec.Layers[index].GetType().Name}");
            }
        }

        Outputs = width;
    }

    /// <summary>The activation of the output layer.</summary>
    public Activation OutputActivation { get; private set; } = Activation.Linear;

    /// <summary>Units of the output layer.</summary>
    public int Outputs { get; }

    /// <summary>All that is learnt, layer by layer: dense W (units × inputs) and b, batch norm's scale and shift.</summary>
    public IReadOnlyList<Parameter> Parameters => [.. modules.SelectMany(module => module.parameters())];

    /// <summary>The weights that an L2 penalty is taken of: of dense layers, not their biases.</summary>
    public IEnumerable<Tensor> Weights => dense.Select(linear => (Tensor)linear.weight!);

    private double OutputSlope { get; set; }

    /// <summary>What training changes: the parameters and the running statistics.</summary>
    public IEnumerable<Tensor> State => modules.SelectMany(module => module.parameters().Concat(module.buffers()));

    /// <summary>The sums of the output layer, rows × outputs, before its activation.</summary>
    public Tensor Sums(Tensor rows)
    {
        Tensor values = rows;
        foreach (Func<Tensor, Tensor> step in steps)
            values = step(values);
        return values;
    }

    /// <summary>Where the batch's first row stands among all rows that training visits, from 0; given masks are read from there.</summary>
    public long FirstVisit { get; set; }

    /// <summary>The output layer's activation of its sums.</summary>
    public Tensor Outcome(Tensor sums) => Apply(OutputActivation, OutputSlope, sums);

    /// <summary>Switches between training and inference.</summary>
    /// <param name="training">Whether batches are normalised by their own statistics and values are dropped.</param>
    /// <param name="dropout">Whether values are dropped at inference as well.</param>
    public void Train(bool training, bool dropout = false)
    {
        isTraining = training;
        foreach (nn.Module module in modules)
            module.train(training);
        foreach (Dropout module in dropouts)
            module.train(training || dropout);
    }

    /// <summary>Puts given weights in place of the drawn ones, in the protocol's order.</summary>
    /// <exception cref="InvalidDataException">Their number or a shape does not fit.</exception>
    public void Load(IReadOnlyList<NpyArray> weights) => GivenStart.Load(Parameters, weights, transposed: true);

    /// <summary>Takes what is dropped while training, instead of drawing it, in the protocol's order.</summary>
    /// <exception cref="InvalidDataException">There are not as many masks as dropout layers.</exception>
    public void Mask(IReadOnlyList<NpyArray> keeps, ScalarType type)
    {
        if (keeps.Count != dropouts.Count)
            throw new InvalidDataException($"dropout_masks has {keeps.Count} arrays, the network has {dropouts.Count} dropout layers.");
        masks = [.. keeps.Select(layer => Arrays.ToTensor(layer, type))];
    }

    private static Tensor Apply(Activation activation, double slope, Tensor sums) => activation switch
    {
        Activation.Linear => sums,
        Activation.Sigmoid => sums.sigmoid(),
        Activation.Tanh => sums.tanh(),
        Activation.Relu => sums.relu(),
        Activation.LeakyRelu => nn.functional.leaky_relu(sums, slope),
        Activation.Gelu => nn.functional.gelu(sums),
        Activation.Softmax => sums.softmax(1),
        _ => throw new UnsupportedException($"activation {activation}"),
    };

    // A batch of one row has no variance, and libtorch refuses it: it is normalised by the running statistics and leaves them as they are.
    private static Tensor Normalize(BatchNorm1d norm, double epsilon, Tensor rows) =>
        norm.training && rows.shape[0] == 1
            ? (rows - norm.running_mean!) / (norm.running_var! + epsilon).sqrt() * norm.weight! + norm.bias!
            : norm.forward(rows);

    private Tensor Drop(Dropout dropout, int number, double rate, Tensor rows) =>
        masks is null || !isTraining
            ? dropout.forward(rows)
            : rows * masks[number].narrow(0, FirstVisit, rows.shape[0]) / (1 - rate);

    private static bool HasHiddenSigmoid(IReadOnlyList<LayerSpec> layers) => layers.Take(layers.Count - 1).Any(layer =>
        layer is DenseLayer { Activation: Activation.Sigmoid } or ActivationLayer { Activation: Activation.Sigmoid });

    private static void Initialize(Linear linear, Initialization init, int inputs, int units, bool hiddenSigmoid)
    {
        // TorchSharp draws a linear layer as PyTorch does.
        if (init.Kind is InitializationKind.Default or InitializationKind.Torch)
            return;

        using IDisposable fixedValues = no_grad();
        Tensor weight = linear.weight!, bias = linear.bias!;
        bias.zero_();
        switch (init.Kind)
        {
            case InitializationKind.Zero:
                weight.zero_();
                break;
            case InitializationKind.Normal:
                weight.normal_(0, init.Scale);
                break;
            case InitializationKind.Uniform:
                weight.uniform_(-init.Scale, init.Scale);
                break;
            case InitializationKind.XavierUniform:
                weight.uniform_(-Math.Sqrt(6.0 / (inputs + units)), Math.Sqrt(6.0 / (inputs + units)));
                break;
            case InitializationKind.XavierNormal:
                weight.normal_(0, Math.Sqrt(2.0 / (inputs + units)));
                break;
            case InitializationKind.HeUniform:
                weight.uniform_(-Math.Sqrt(6.0 / inputs), Math.Sqrt(6.0 / inputs));
                break;
            case InitializationKind.HeNormal:
                weight.normal_(0, Math.Sqrt(2.0 / inputs));
                break;
            case InitializationKind.Sklearn:
                double limit = Math.Sqrt((hiddenSigmoid ? 2.0 : 6.0) / (inputs + units));
                weight.uniform_(-limit, limit);
                bias.uniform_(-limit, limit);
                break;
            default:
                throw new UnsupportedException($"initialisation {init.Kind}");
        }
    }

    private void Keep(nn.Module module, Func<Tensor, Tensor> step)
    {
        modules.Add(module);
        steps.Add(step);
    }

    private void Activate(Activation activation, double slope, bool last)
    {
        if (last)
            (OutputActivation, OutputSlope) = (activation, slope);
        else if (activation != Activation.Linear)
            steps.Add(sums => Apply(activation, slope, sums));
    }
}
