using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Datasets.Preparation;

/// <summary>Says whether an input is missing: 1 or 0.</summary>
internal sealed class MissingPreparation(DatasetColumn column)
    : ColumnPreparation([new FeatureColumn($"{column.Name}=missing", Indicator: true)])
{
    public override void Write(double cell, Span<double> into) => into[0] = double.IsNaN(cell) ? 1 : 0;

    public override void WriteUnseen(Span<double> into) => into[0] = 0;
}
