using FrameworkBench.Asking.Recognition.Texts;
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

    /// <summary>Whether a row has a target; if not, it counts as dropped.</summary>
    public bool IsThere(ReadOnlySpan<char> text)
    {
        bool isThere = !(target.HasMarkersAsClasses ? text.IsEmpty : MissingMarker.Is(text))
            && (target.Reading != ColumnReading.Number || NumberText.TryParse(text, target.Format, target.Unit, out _, out _));
        Dropped += isThere ? 0 : 1;
        return isThere;
    }

    /// <summary>Takes the target of a row that has one.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        if (target.Reading != ColumnReading.Number)
            codes.Add(classCodes.Of(text));
        else if (NumberText.TryParse(text, target.Format, target.Unit, out double value, out _))
            values.Add(value);
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
