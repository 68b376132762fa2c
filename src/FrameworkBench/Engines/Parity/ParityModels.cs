using FrameworkBench.Protocol.Models;
using FrameworkBench.Protocol.Models.Tabular;

namespace FrameworkBench.Engines.Parity;

/// <summary>What parity needs to know of the models that can be given a start.</summary>
internal static class ParityModels
{
    /// <summary>Whether a model can be given weights, a batch order and dropout masks.</summary>
    public static bool TakeStart(ModelSpec model) => model is NetworkSpec or RealMlpSpec or TabMSpec;

    /// <summary>Whether a model drops values while it is trained.</summary>
    public static bool Drops(ModelSpec model) => model switch
    {
        NetworkSpec network => network.Layers.Any(layer => layer is DropoutLayer),
        RealMlpSpec realMlp => realMlp.Dropout > 0,
        TabMSpec tabM => tabM.Dropout > 0,
        _ => false,
    };

    /// <summary>Updates of an epoch.</summary>
    public static int Batches(ModelSpec model, int rows) => model switch
    {
        NetworkSpec { Train: { BatchSize: int size, Optimizer: not Optimizer.GradientDescent } } => (rows + size - 1) / size,

        // What does not fill a batch is left out.
        RealMlpSpec realMlp => rows / Math.Min(realMlp.BatchSize, rows),
        TabMSpec tabM => (rows + tabM.BatchSize - 1) / tabM.BatchSize,
        _ => 1,
    };
}
