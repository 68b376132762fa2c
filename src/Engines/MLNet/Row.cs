using Microsoft.ML;
using Microsoft.ML.Data;

namespace FrameworkBench.Engines.MLNet;

/// <summary>One row of a table, with the column names that ML.NET's trainers look for.</summary>
internal sealed class Row
{
    private readonly int place;
    private readonly float[] features;
    private readonly Passes passes;

    private Row(int place, float[] features, Passes passes) => (this.place, this.features, this.passes) = (place, features, passes);

    /// <summary>Inputs.</summary>
    /// <exception cref="OperationCanceledException">The fit was given up.</exception>
    public float[] Features
    {
        get
        {
            passes.Read(place);
            return features;
        }
    }

    /// <summary>Whether the row is of the class in question.</summary>
    public bool Label { get; set; }

    /// <summary>The class of the row, counted from 0.</summary>
    public uint Class { get; set; }

    /// <summary>The value to predict.</summary>
    public float Value { get; set; }

    /// <summary>A table of rows.</summary>
    /// <param name="context">Owns the table.</param>
    /// <param name="inputs">Inputs of the rows.</param>
    /// <param name="classes">Number of classes; 0 for values.</param>
    /// <param name="target">Sets what a row of a place is to be predicted as.</param>
    /// <param name="passes">Counts and ends passes over the rows.</param>
    public static IDataView Table(MLContext context, Inputs inputs, int classes, Action<Row, int> target, Passes passes)
    {
        var rows = new Row[inputs.Rows];
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row] = new Row(row, inputs.Row(row).ToArray(), passes);
            target(rows[row], row);
        }

        var schema = SchemaDefinition.Create(typeof(Row), SchemaDefinition.Direction.Read);
        schema[nameof(Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, inputs.Columns);
        schema[nameof(Class)].ColumnType = new KeyDataViewType(typeof(uint), Math.Max(1, classes));
        if (inputs.CategoryRanges.Count > 0)
        {
            int[] ends = [.. inputs.CategoryRanges.SelectMany(range => new[] { range.First, range.Last })];
            var pairs = new VectorDataViewType(NumberDataViewType.Int32, inputs.CategoryRanges.Count, 2);
            schema[nameof(Features)].AddAnnotation("CategoricalSlotRanges", new VBuffer<int>(ends.Length, ends), pairs);
        }

        return context.Data.LoadFromEnumerable(rows, schema);
    }
}
