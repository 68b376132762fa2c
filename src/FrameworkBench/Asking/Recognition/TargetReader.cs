using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Reading;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Asking.Recognition;

/// <summary>Gathers the target of each row, and drops the rows without one.</summary>
internal sealed class TargetReader
{
    private readonly List<double> values = [];
    private readonly UnderstoodColumn target;
    private readonly TextCodes classCodes = new();
    private readonly List<int> codes = [];

    /// <summary>Nothing gathered yet.</summary>
    /// <param name="target">What the target column was taken for.</param>
    public TargetReader(UnderstoodColumn target) => this.target = target;

    /// <summary>Rows that have a target.</summary>
    public int Rows => values.Count + codes.Count;

    /// <summary>Rows that have none.</summary>
    public int Dropped { get; private set; }

    /// <summary>Takes the target of the next row; false where it has none, so that the row does not count.</summary>
    public bool TryAdd(ReadOnlySpan<char> text)
    {
        double value = 0;
        if ((target.HasMarkersAsClasses ? text.IsEmpty : MissingMarker.Is(text))
            || (target.Reading == ColumnReading.Number && !NumberText.TryParse(text, target.Format, out value, out _)))
        {
            Dropped++;
            return false;
        }

        if (target.Reading == ColumnReading.Number)
        {
            values.Add(value);
            return true;
        }

        codes.Add(classCodes.Of(text));
        return true;
    }

    /// <summary>Gives a table its target.</summary>
    public Dataset Finish(Dataset dataset)
    {
        if (target.Reading == ColumnReading.Number)
            return dataset with { Task = TaskKind.Regression, Values = [.. values] };
        (IReadOnlyList<string> classes, int[] places) = classCodes.InStableOrder();
        return dataset with
        {
            Task = classes.Count == 2 ? TaskKind.Binary : TaskKind.Multiclass,
            ClassNames = classes,
            Labels = [.. codes.Select(code => places[code])],
        };
    }
}
