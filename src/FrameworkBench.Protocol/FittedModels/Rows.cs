namespace FrameworkBench.Protocol.FittedModels;

/// <summary>Rows of numbers between two steps of a model.</summary>
/// <param name="Count">How many rows.</param>
/// <param name="Columns">Numbers a row.</param>
/// <param name="Values">All numbers, row-major.</param>
public sealed record Rows(int Count, int Columns, double[] Values)
{
    /// <summary>The numbers of one row.</summary>
    public Span<double> Row(int row) => Values.AsSpan(row * Columns, Columns);

    /// <summary>As many rows of zeros.</summary>
    /// <param name="columns">Numbers a row.</param>
    public Rows Blank(int columns) => new(Count, columns, new double[Count * columns]);

    /// <summary>The same shape with each number mapped by its value and its column.</summary>
    public Rows Map(Func<double, int, double> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        double[] mapped = new double[Values.Length];
        for (int i = 0; i < mapped.Length; i++)
            mapped[i] = map(Values[i], i % Columns);
        return this with { Values = mapped };
    }
}
