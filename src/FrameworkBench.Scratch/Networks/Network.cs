using System.Numerics;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Losses;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks;

/// <summary>
/// A feed-forward network: layers one after another, all their parameters in one contiguous buffer. It predicts; a
/// <see cref="Training.Trainer{T}"/> makes it learn. Not safe for use by several threads at once.
/// </summary>
/// <typeparam name="T">float for speed, double for proofs.</typeparam>
public sealed class Network<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int PredictionRows = 256;

    private readonly Layer<T>[] layers;
    private readonly AlignedBuffer<T>[] outputs;
    private AlignedBuffer<T> arriving = new(0);
    private AlignedBuffer<T> leaving = new(0);
    private int reservedRows;

    /// <summary>A network with drawn initial weights.</summary>
    /// <param name="inputs">Columns of its input, at least 1.</param>
    /// <param name="definitions">Its layers, in order.</param>
    /// <param name="seed">Seeds the initial weights (stream 0 of the seed).</param>
    /// <exception cref="ArgumentException">No inputs, no layers, or a layer that cannot be; the message names it.</exception>
    public Network(int inputs, IReadOnlyList<LayerDefinition> definitions, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        if (definitions.Count == 0)
            throw new ArgumentException("A network needs at least one layer.", nameof(definitions));

        Inputs = inputs;
        Definitions = [.. definitions];
        layers = LayerFactory.Create<T>(inputs, Definitions);
        outputs = new AlignedBuffer<T>[layers.Length];
        Array.Fill(outputs, new AlignedBuffer<T>(0));
        Parameters = new AlignedBuffer<T>(layers.Sum(layer => layer.ParameterLengths.Sum()));
        Gradients = new AlignedBuffer<T>(Parameters.Length);
        int offset = 0;
        foreach (Layer<T> layer in layers)
        {
            layer.Bind(Parameters, Gradients, offset);
            offset += layer.ParameterLengths.Sum();
        }

        Initialize(seed);
    }

    /// <summary>Columns of an input row.</summary>
    public int Inputs { get; }

    /// <summary>Columns of an output row.</summary>
    public int Outputs => layers[^1].Outputs;

    /// <summary>The layers as data.</summary>
    public IReadOnlyList<LayerDefinition> Definitions { get; }

    /// <summary>How many numbers the network learns.</summary>
    public int ParameterCount => Parameters.Length;

    /// <summary>Lengths of the parameter arrays in layer order: dense W (inputs × units, row-major), then b; batch
    /// normalisation γ, then β.</summary>
    public IReadOnlyList<int> ParameterLengths => [.. layers.SelectMany(layer => layer.ParameterLengths)];

    internal AlignedBuffer<T> Parameters { get; }

    internal AlignedBuffer<T> Gradients { get; }

    internal Layer<T>[] Layers => layers;

    /// <summary>Draws initial weights anew (stream 0 of the seed).</summary>
    public void Initialize(ulong seed)
    {
        var random = new RandomSource(seed, Training.RandomStreams.InitialWeights);
        foreach (Layer<T> layer in layers)
            layer.Initialize(random);
    }

    /// <summary>A copy of the parameter arrays, in the order of <see cref="ParameterLengths"/>.</summary>
    public IReadOnlyList<T[]> GetParameters()
    {
        var arrays = new List<T[]>();
        int offset = 0;
        foreach (int length in ParameterLengths)
        {
            arrays.Add(Parameters.Span.Slice(offset, length).ToArray());
            offset += length;
        }

        return arrays;
    }

    /// <summary>Sets the parameter arrays, in the order of <see cref="ParameterLengths"/>.</summary>
    /// <exception cref="ArgumentException">The number of arrays or a length is wrong; the message says which.</exception>
    public void SetParameters(IReadOnlyList<T[]> arrays)
    {
        ArgumentNullException.ThrowIfNull(arrays);
        IReadOnlyList<int> lengths = ParameterLengths;
        if (arrays.Count != lengths.Count)
        {
            throw new ArgumentException(
                $"The network has {lengths.Count} parameter arrays, but {arrays.Count} were given.", nameof(arrays));
        }

        int offset = 0;
        for (int i = 0; i < lengths.Count; i++)
        {
            if (arrays[i].Length != lengths[i])
            {
                throw new ArgumentException(
                    $"Parameter array {i} has {arrays[i].Length} numbers; this network's has {lengths[i]}.", nameof(arrays));
            }

            arrays[i].CopyTo(Parameters.Span[offset..]);
            offset += lengths[i];
        }
    }

    /// <summary>The outputs for some rows, in inference mode.</summary>
    /// <param name="inputs">rows × <see cref="Inputs"/>, row-major.</param>
    /// <returns>rows × <see cref="Outputs"/>, row-major.</returns>
    /// <exception cref="ArgumentException">The length is not a whole number of rows.</exception>
    public T[] Predict(ReadOnlySpan<T> inputs)
    {
        int rows = RowsOf(inputs);
        var predictions = new T[rows * Outputs];
        Predict(inputs, predictions, ForwardMode.Inference);
        return predictions;
    }

    /// <summary>The outputs for some rows, written where the caller says, in inference mode.</summary>
    /// <param name="inputs">rows × <see cref="Inputs"/>, row-major.</param>
    /// <param name="predictions">At least rows × <see cref="Outputs"/>.</param>
    /// <exception cref="ArgumentException">The length is not a whole number of rows, or there is not enough room.</exception>
    public void Predict(ReadOnlySpan<T> inputs, Span<T> predictions) =>
        Predict(inputs, predictions, ForwardMode.Inference);

    /// <summary>The outputs for some rows with dropout left on, as in training; all else is in inference mode.</summary>
    /// <param name="inputs">rows × <see cref="Inputs"/>, row-major.</param>
    /// <param name="seed">Seeds what is dropped (stream 2 of the seed).</param>
    /// <returns>rows × <see cref="Outputs"/>, row-major.</returns>
    public T[] PredictWithDropout(ReadOnlySpan<T> inputs, ulong seed)
    {
        var predictions = new T[RowsOf(inputs) * Outputs];
        Predict(inputs, predictions, ModeOf(seed));
        return predictions;
    }

    /// <summary>Whether it ends in one sigmoid, the probability of the second of two classes.</summary>
    public bool EndsInOneSigmoid => Outputs == 1 && Definitions[^1] is Activation { Kind: ActivationKind.Sigmoid };

    /// <summary>
    /// The probabilities of both classes for some rows, of a network that ends in one sigmoid: σ(−z) and σ(z) of the logit z. For a
    /// float just below one, 1 − p would have lost its digits: from a logit of 17 on it is 0.
    /// </summary>
    /// <param name="inputs">rows × <see cref="Inputs"/>, row-major.</param>
    /// <param name="dropoutSeed">Seeds what is dropped, as in <see cref="PredictWithDropout"/>; null drops nothing.</param>
    /// <returns>rows × 2, row-major.</returns>
    /// <exception cref="ArgumentException">The length is not a whole number of rows.</exception>
    /// <exception cref="InvalidOperationException">The network ends otherwise.</exception>
    public T[] PredictBothClasses(ReadOnlySpan<T> inputs, ulong? dropoutSeed = null)
    {
        if (!EndsInOneSigmoid)
            throw new InvalidOperationException("The network does not end in one sigmoid.");
        int rows = RowsOf(inputs);
        T[] first = new T[rows], second = new T[rows];
        Predict(inputs, second, layers.Length - 1, ModeOf(dropoutSeed));
        for (int row = 0; row < rows; row++)
            first[row] = -second[row];
        Elementwise.Map(first, first, default(ActivationFunctions.Sigmoid<T>));
        Elementwise.Map(second, second, default(ActivationFunctions.Sigmoid<T>));
        var both = new T[2 * rows];
        for (int row = 0; row < rows; row++)
            (both[2 * row], both[(2 * row) + 1]) = (first[row], second[row]);
        return both;
    }

    /// <summary>What the first layers make of some rows, in inference mode: their code, where these layers end at the narrowest.</summary>
    /// <param name="inputs">rows × <see cref="Inputs"/>, row-major.</param>
    /// <param name="definitions">How many of <see cref="Definitions"/>, from 1; a hidden layer's activation goes with it.</param>
    /// <returns>rows × the outputs of the last of them, row-major.</returns>
    /// <exception cref="ArgumentException">The length is not a whole number of rows.</exception>
    public T[] Encode(ReadOnlySpan<T> inputs, int definitions)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(definitions);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(definitions, Definitions.Count);
        int depth = LayerFactory.DepthOf(Definitions, definitions);
        var codes = new T[RowsOf(inputs) * layers[depth - 1].Outputs];
        Predict(inputs, codes, depth, ForwardMode.Inference);
        return codes;
    }

    /// <summary>Makes room for batches of this many rows.</summary>
    internal void Reserve(int rows)
    {
        if (rows <= reservedRows)
            return;
        int widest = Inputs;
        for (int i = 0; i < layers.Length; i++)
        {
            layers[i].Reserve(rows);
            outputs[i] = new AlignedBuffer<T>(rows * layers[i].Outputs);
            widest = Math.Max(widest, layers[i].Outputs);
        }

        arriving = new AlignedBuffer<T>(rows * widest);
        leaving = new AlignedBuffer<T>(rows * widest);
        reservedRows = rows;
    }

    /// <summary>Runs a batch through the first <paramref name="depth"/> layers; the result lies behind the last of them.</summary>
    internal ReadOnlySpan<T> Forward(ReadOnlySpan<T> inputs, int rows, int depth, ForwardMode mode)
    {
        ReadOnlySpan<T> values = inputs;
        for (int i = 0; i < depth; i++)
        {
            Span<T> next = outputs[i].From(0);
            layers[i].Forward(values, next, rows, mode);
            values = next;
        }

        return values;
    }

    /// <summary>
    /// The loss of a batch, and the gradients of all parameters in <see cref="Gradients"/>: forward through the layers
    /// (to the logits, when the loss takes those), the loss, then backward.
    /// </summary>
    internal double Learn(
        ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, int rows, LossFunction<T> loss, ForwardMode mode)
    {
        int depth = loss.TakesLogits ? layers.Length - 1 : layers.Length;
        ReadOnlySpan<T> predictions = Forward(inputs, rows, depth, mode);
        double value = loss.Evaluate(predictions, targets, arriving.From(0), rows, Outputs);
        for (int i = depth - 1; i >= 0; i--)
        {
            ReadOnlySpan<T> input = i == 0 ? inputs : outputs[i - 1].From(0);
            Span<T> inputGradient = i == 0 ? [] : leaving.From(0);
            layers[i].Backward(input, outputs[i].From(0), arriving.From(0), inputGradient, rows);
            (arriving, leaving) = (leaving, arriving);
        }

        return value;
    }

    /// <summary>What <see cref="Forward"/> or <see cref="Learn"/> left behind the first <paramref name="depth"/> layers.</summary>
    internal ReadOnlySpan<T> OutputOf(int depth) => outputs[depth - 1].From(0);

    private static ForwardMode ModeOf(ulong? dropoutSeed) => dropoutSeed is { } seed
        ? new ForwardMode(Training: false, new RandomSource(seed, Training.RandomStreams.Dropout)) : ForwardMode.Inference;

    private int RowsOf(ReadOnlySpan<T> inputs)
    {
        if (inputs.Length % Inputs != 0)
        {
            throw new ArgumentException(
                $"{inputs.Length} numbers are not a whole number of rows of {Inputs} inputs.", nameof(inputs));
        }

        return inputs.Length / Inputs;
    }

    private void Predict(ReadOnlySpan<T> inputs, Span<T> predictions, ForwardMode mode) =>
        Predict(inputs, predictions, layers.Length, mode);

    private void Predict(ReadOnlySpan<T> inputs, Span<T> predictions, int depth, ForwardMode mode)
    {
        int rows = RowsOf(inputs), columns = layers[depth - 1].Outputs;
        if (predictions.Length < rows * columns)
        {
            throw new ArgumentException(
                $"{rows} rows of {columns} outputs do not fit into {predictions.Length} numbers.", nameof(predictions));
        }

        Reserve(Math.Min(rows, PredictionRows));
        for (int start = 0; start < rows; start += PredictionRows)
        {
            int count = Math.Min(PredictionRows, rows - start);
            ReadOnlySpan<T> values = Forward(inputs[(start * Inputs)..], count, depth, mode);
            values[..(count * columns)].CopyTo(predictions[(start * columns)..]);
        }
    }
}
