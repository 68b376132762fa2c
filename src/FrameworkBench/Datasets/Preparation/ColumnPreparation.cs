using FrameworkBench.Datasets.Preparation.Kept;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Datasets.Preparation;

/// <summary>Turns one cell of a table into one or several numbers.</summary>
internal abstract class ColumnPreparation(IReadOnlyList<FeatureColumn> outputs)
{
    /// <summary>The columns it makes.</summary>
    public IReadOnlyList<FeatureColumn> Outputs { get; } = outputs;

    /// <summary>Writes a cell's numbers, as many as there are outputs, into zeros.</summary>
    public abstract void Write(double cell, Span<double> into);

    /// <summary>
    /// Writes the numbers of a category that the table does not have, into zeros: those of a missing one unless it says otherwise.
    /// </summary>
    public virtual void WriteUnseen(Span<double> into) => Write(double.NaN, into);

    /// <summary>What is needed to prepare this input of other rows.</summary>
    /// <param name="input">The input's number.</param>
    /// <param name="column">The input.</param>
    public virtual KeptPart Keep(int input, DatasetColumn column)
    {
        if (column.Kind == ColumnKind.Numeric)
            return new IndicatorPart(input, Written(0)[0], Written(double.NaN)[0]);
        int categories = column.Categories.Count;
        double[] unseen = new double[Outputs.Count];
        WriteUnseen(unseen);
        double[] table =
            [.. Enumerable.Range(0, categories).SelectMany(code => Written(code)), .. unseen, .. Written(double.NaN)];
        return new CategoryPart(input, NpyArray.Matrix(categories + 2, Outputs.Count, table));
    }

    private double[] Written(double cell)
    {
        double[] into = new double[Outputs.Count];
        Write(cell, into);
        return into;
    }

    /// <summary>The cell that a number stands for; null where that is unknown.</summary>
    public virtual double? Inverse(double value) => null;
}
