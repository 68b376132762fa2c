using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Reading;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Asking.Recognition;

/// <summary>Gathers the target of each row, and drops the rows without one.</summary>
/// <param name="target">What the target column was taken for.</param>
internal sealed class TargetReader(UnderstoodColumn target)
{
    private readonly List<double> values = [];
    private readonly Dictionary<string, int> codeOf = new(StringComparer.Ordinal);
    private readonly List<int> codes = [];

    /// <summary>Rows that have a target.</summary>
    public int Rows => values.Count + codes.Count;

    /// <summary>Rows that have none.</summary>
    public int Dropped { get; private set; }

    /// <summary>Takes the target of the next row; false where it has none, so that the row does not count.</summary>
    public bool TryAdd(string text)
    {
        double value = 0;
        if (MissingMarker.Is(text)
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

        codeOf.TryAdd(text, codeOf.Count);
        codes.Add(codeOf[text]);
        return true;
    }

    /// <summary>Gives a table its target.</summary>
    public Dataset Finish(Dataset dataset)
    {
        if (target.Reading == ColumnReading.Number)
            return dataset with { Task = TaskKind.Regression, Values = [.. values] };
        List<string> classes = CsvField.InStableOrder(codeOf.Keys);
        int[] stable = new int[classes.Count];
        for (int code = 0; code < classes.Count; code++)
            stable[codeOf[classes[code]]] = code;
        return dataset with
        {
            Task = classes.Count == 2 ? TaskKind.Binary : TaskKind.Multiclass,
            ClassNames = classes,
            Labels = [.. codes.Select(code => stable[code])],
        };
    }
}
