using System.Numerics;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Losses;
using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Networks.Training;

namespace FrameworkBench.Scratch.Networks.Tabular.Members;

/// <summary>
/// TabM (Gorishniy, Kotelnikov and Babenko, "TabM", ICLR 2025): many networks that share their weight matrices and are trained side by
/// side; their mean predicts. Here are its layers and how it is trained; a <see cref="Trainer{T}"/> does it.
/// </summary>
public static class TabM
{
    /// <summary>The network where it starts.</summary>
    /// <typeparam name="T">float for speed, double for proofs.</typeparam>
    /// <param name="options">Its settings.</param>
    /// <param name="inputs">Columns of its input.</param>
    /// <param name="outputs">Classes, or columns of the target.</param>
    /// <param name="predictsClasses">Whether it predicts classes.</param>
    /// <param name="seed">Seeds its initial weights (stream 0 of the seed).</param>
    public static Network<T> Create<T>(TabMOptions options, int inputs, int outputs, bool predictsClasses, ulong seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(options);
        var layers = new List<LayerDefinition>();
        foreach (int units in options.Hidden)
        {
            layers.Add(new MemberDense(options.Members, units, IsFirst: layers.Count == 0));
            layers.Add(new Activation(ActivationKind.Relu));
            if (options.Dropout > 0)
                layers.Add(new Dropout(options.Dropout));
        }

        layers.Add(new MemberHeads(options.Members, outputs));
        layers.Add(new MemberMean(options.Members, predictsClasses));
        return new Network<T>(inputs, layers, seed);
    }

    /// <summary>How it is trained.</summary>
    /// <param name="options">Its settings.</param>
    /// <param name="predictsClasses">Whether it predicts classes.</param>
    /// <param name="hasValidation">Whether there are validation rows to stop by; without them it takes all epochs.</param>
    public static TrainingOptions Training(TabMOptions options, bool predictsClasses, bool hasValidation)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new TrainingOptions
        {
            Loss = predictsClasses ? Loss.CategoricalCrossEntropy : Loss.MeanSquaredError,
            Optimizer = new AdamW(options.LearningRate, WeightDecay: options.WeightDecay),
            Epochs = options.Epochs,
            BatchSize = options.BatchSize,
            EarlyStopping = hasValidation ? new EarlyStopping(Watch.ValidationLoss, options.Patience) : null,
        };
    }
}
