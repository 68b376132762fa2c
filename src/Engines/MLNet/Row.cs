using Microsoft.ML;
using Microsoft.ML.Data;

namespace FrameworkBench.Engines.MLNet;

/// <summary>One row of a table, with the column names that ML.NET's trainers look for.</summary>
internal sealed class Row
{
    /// <summary>Inputs.</summary>
    public float[] Features { get; set; } = [];

    /// <summary>Whether the row is of the class in question.</summary>
    public bool Label { get; set; }

    /// <summary>The value to predict.</summary>
    public float Value { get; set; }

    /// <summary>A table of rows.</summary>
    /// <param name="context">Owns the table.</param>
    /// <param name="inputs">rows × features.</param>
    /// <param name="features">Columns of the inputs.</param>
    /// <param name="label">Whether a row is of the class in question.</param>
    /// <param name="value">The value of a row.</param>
    public static IDataView Table(MLContext context, float[] inputs, int features, Func<int, bool> label, Func<int, float> value)
    {
        var rows = new Row[inputs.Length / features];
        for (int row = 0; row < rows.Length; row++)
            rows[row] = new Row { Features = inputs.AsSpan(row * features, features).ToArray(), Label = label(row), Value = value(row) };
        SchemaDefinition schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features);
        return context.Data.LoadFromEnumerable(rows, schema);
    }
}
