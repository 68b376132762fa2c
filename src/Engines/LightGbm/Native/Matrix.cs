using System.Runtime.InteropServices;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Engines.LightGbm.Native;

/// <summary>Inputs, row by row, as the library takes them; NaN is missing.</summary>
internal sealed class Matrix
{
    /// <summary>The values of a row lie together (<c>is_row_major</c>).</summary>
    public const int RowMajor = 1;

    private readonly Array values;

    /// <summary>Takes the inputs in a float width.</summary>
    /// <param name="inputs">rows × features.</param>
    /// <param name="precision">The width.</param>
    public Matrix(NpyArray inputs, Precision precision)
    {
        (Rows, Columns) = (inputs.Rows, inputs.Columns);
        Type = precision == Precision.Float64 ? ElementType.Float64 : ElementType.Float32;
        values = Type == ElementType.Float64 ? inputs.ToDoubles() : inputs.ToSingles();
    }

    /// <summary>Rows.</summary>
    public int Rows { get; }

    /// <summary>Features.</summary>
    public int Columns { get; }

    /// <summary>The float width.</summary>
    public ElementType Type { get; }

    /// <summary>The first byte of the values.</summary>
    public ref byte Start => ref MemoryMarshal.GetArrayDataReference(values);
}
