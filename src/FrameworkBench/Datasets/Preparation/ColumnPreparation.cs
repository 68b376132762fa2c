using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Datasets.Preparation;

/// <summary>Turns one cell of a table into one or several numbers.</summary>
internal abstract class ColumnPreparation(IReadOnlyList<FeatureColumn> outputs)
{
    /// <summary>The columns it makes.</summary>
    public IReadOnlyList<FeatureColumn> Outputs { get; } = outputs;

    /// <summary>Writes a cell's numbers, as many as there are outputs, into zeros.</summary>
    public abstract void Write(double cell, Span<double> into);

    /// <summary>The cell that a number stands for; null where that cannot be told.</summary>
    public virtual double? Inverse(double value) => null;
}
