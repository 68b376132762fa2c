using System.Numerics;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Losses;
using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Networks.Training;

namespace FrameworkBench.Scratch.Networks.Tabular;

/// <summary>
/// RealMLP (Holzmüller, Grinsztajn and Steinwart, "Better by Default", NeurIPS 2024): a network and a training whose defaults its authors
/// tuned on a benchmark of tables. It is made of a <see cref="Network{T}"/> and a <see cref="Trainer{T}"/>; here are its layers, where it
/// starts, and how it is trained. The inputs should be scaled robustly, and a numeric target standardised.
/// </summary>
public static class RealMlp
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.95;

    /// <summary>The untrained network; its output goes through a softmax where it predicts classes.</summary>
    /// <typeparam name="T">float for speed, double for proofs.</typeparam>
    /// <param name="options">Its settings.</param>
    /// <param name="columns">The columns of its input.</param>
    /// <param name="outputs">Classes, or columns of the target.</param>
    /// <param name="predictsClasses">Whether it predicts classes.</param>
    /// <param name="range">What predicted values are held in: the training targets' range; null holds them in none.</param>
    /// <param name="seed">Seeds its embeddings (stream 0 of the seed). Its layers are zero until it is started.</param>
    public static Network<T> Create<T>(
        RealMlpOptions options, IReadOnlyList<InputColumn> columns, int outputs, bool predictsClasses, Clamp? range, ulong seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(columns);
        var layers = new List<LayerDefinition> { new TabularEmbedding(columns, options.Periodic, options.FrequencyScale) };
        if (options.ScalesInputs)
            layers.Add(new FeatureScale());
        foreach (int units in options.Hidden)
        {
            layers.Add(new NeuralTangentDense(units));
            layers.Add(new ParametricActivation(options.Curve, options.LearnsCurves, options.Dropout));
        }

        layers.Add(new NeuralTangentDense(outputs));
        if (predictsClasses)
            layers.Add(new Activation(ActivationKind.Softmax));
        if (range is not null)
            layers.Add(range);
        return new Network<T>(columns.Count, layers, seed);
    }

    /// <summary>Draws where the layers start (stream 3 of the seed).</summary>
    /// <param name="network">The network as it was created.</param>
    /// <param name="options">Its settings.</param>
    /// <param name="training">The rows whose weighted sums get variance 1; the simplified variant does without.</param>
    /// <param name="seed">The seed.</param>
    public static void Start<T>(Network<T> network, RealMlpOptions options, Samples<T> training, ulong seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(training);
        var start = new RealMlpStart<T>(network, seed);
        if (options.IsSimplified)
            start.DrawNormal();
        else
            start.FollowData(training);
    }

    /// <summary>Sets the parameter arrays, in the order of the network, where the weights of layers are θ and not θ/√inputs.</summary>
    /// <exception cref="ArgumentException">The number of arrays or a length is wrong; the message says which.</exception>
    public static void SetParameters<T>(Network<T> network, IReadOnlyList<T[]> arrays)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(arrays);
        var scaled = new List<T[]>(arrays);
        int array = 0;
        foreach (Layer<T> layer in network.Layers)
        {
            if (layer is DenseLayer<T, ActivationFunctions.Linear<T>> && array < scaled.Count)
            {
                T scale = T.CreateTruncating(Math.Sqrt(layer.Inputs));
                scaled[array] = Array.ConvertAll(scaled[array], weight => weight / scale);
            }

            array += layer.ParameterLengths.Count;
        }

        network.SetParameters(scaled);
    }

    /// <summary>How it is trained.</summary>
    /// <param name="options">Its settings.</param>
    /// <param name="predictsClasses">Whether it predicts classes.</param>
    /// <param name="hasValidation">Whether there are validation rows, by which the best epoch is kept.</param>
    public static TrainingOptions Training(RealMlpOptions options, bool predictsClasses, bool hasValidation)
    {
        ArgumentNullException.ThrowIfNull(options);
        Watch watch = predictsClasses ? Watch.ValidationAccuracy : Watch.ValidationLoss;
        return new TrainingOptions
        {
            Loss = predictsClasses ? Loss.CategoricalCrossEntropy : Loss.MeanSquaredError,
            Optimizer = new AdamW(options.LearningRate, Beta1, Beta2, WeightDecay: options.WeightDecay),
            Epochs = options.Epochs,
            BatchSize = options.BatchSize,
            DropsRest = true,
            LearningRateSchedule = FourCosineCycles,
            RegularizationSchedule = FlatThenCosine,
            EarlyStopping = hasValidation ? new EarlyStopping(watch, Patience: 0, Rule: StoppingRule.LatestBest) : null,
        };
    }

    /// <summary>Targets of classes of which a share is spread over all classes.</summary>
    public static Samples<T> Smoothed<T>(Samples<T> samples, double share)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(samples);
        T kept = T.CreateTruncating(1 - share), spread = T.CreateTruncating(share / samples.TargetColumns);
        return new Samples<T>(samples.Inputs, Array.ConvertAll(samples.Targets, target => (kept * target) + spread), samples.Rows);
    }

    /// <summary>½·(1 − cos(2π·log₂(1 + 15t))): four cycles, each twice as long as the one before.</summary>
    internal static double FourCosineCycles(double t) => 0.5 * (1 - Math.Cos(2 * Math.PI * Math.Log2(1 + (15 * t))));

    /// <summary>1 up to t = ½, then half a cosine down to 0.</summary>
    internal static double FlatThenCosine(double t) => t <= 0.5 ? 1 : 0.5 * (1 + Math.Cos(2 * Math.PI * (t - 0.5)));
}
