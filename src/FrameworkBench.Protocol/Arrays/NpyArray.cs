namespace FrameworkBench.Protocol.Arrays;

/// <summary>A dense array in C order.</summary>
/// <param name="Shape">Its extents, such as rows × columns.</param>
/// <param name="Values">A <c>float[]</c>, <c>double[]</c> or <c>int[]</c> with as many elements as the shape has.</param>
public sealed record NpyArray(IReadOnlyList<int> Shape, Array Values)
{
    /// <summary>The first extent.</summary>
    public int Rows => Shape[0];

    /// <summary>The second extent; 1 for a vector.</summary>
    public int Columns => Shape.Count > 1 ? Shape[1] : 1;

    /// <summary>Makes a matrix.</summary>
    /// <exception cref="ArgumentException">The number of values is not rows × columns.</exception>
    public static NpyArray Matrix(int rows, int columns, Array values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length != (long)rows * columns)
            throw new ArgumentException($"{rows} × {columns} needs {(long)rows * columns} values, found {values.Length}.", nameof(values));
        return new NpyArray([rows, columns], values);
    }

    /// <summary>Makes a vector.</summary>
    public static NpyArray Vector(Array values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new NpyArray([values.Length], values);
    }

    /// <summary>The values as 32-bit floats, converted if need be.</summary>
    public float[] ToSingles() => Values switch
    {
        float[] singles => singles,
        double[] doubles => Array.ConvertAll(doubles, value => (float)value),
        int[] integers => Array.ConvertAll(integers, value => (float)value),
        _ => throw new InvalidOperationException($"An array of {Values.GetType().Name} holds no numbers."),
    };

    /// <summary>The values as 64-bit floats, converted if need be.</summary>
    public double[] ToDoubles() => Values switch
    {
        double[] doubles => doubles,
        float[] singles => Array.ConvertAll(singles, value => (double)value),
        int[] integers => Array.ConvertAll(integers, value => (double)value),
        _ => throw new InvalidOperationException($"An array of {Values.GetType().Name} holds no numbers."),
    };

    /// <summary>The values as integers.</summary>
    /// <exception cref="InvalidOperationException">They are not stored as integers.</exception>
    public int[] ToIntegers() =>
        Values as int[] ?? throw new InvalidOperationException($"Expected int32 values, found {Values.GetType().GetElementType()?.Name}.");
}
