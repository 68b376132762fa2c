namespace FrameworkBench.Scratch.Linear;

/// <summary>
/// For each input column an origin and a unit, x′ = (x − origin) / unit, in which the loss is about as curved along every weight: the
/// column's spread, or what the penalty weighs where that is more. Columns for which this is about one keep their own.
/// </summary>
internal sealed class ColumnUnits
{
    // Between an eighth and eight a column stays as it is; a mean counts from this many deviations on.
    private const double Near = 8, Far = 64;

    private readonly double[] origins;
    private readonly double[] units;

    private ColumnUnits(double[] origins, double[] units)
    {
        (this.origins, this.units) = (origins, units);
        AreOwn = Array.TrueForAll(units, unit => unit == 1) && Array.TrueForAll(origins, origin => origin == 0);
    }

    /// <summary>Whether every column keeps its own.</summary>
    public bool AreOwn { get; }

    /// <summary>Those of some rows.</summary>
    /// <param name="inputs">rows × columns, row-major.</param>
    /// <param name="rows">Number of rows, at least 1.</param>
    /// <param name="strength">Of the penalty strength/2 · ‖w‖² beside the sum of the log losses.</param>
    public static ColumnUnits Of(ReadOnlySpan<double> inputs, int rows, double strength)
    {
        int columns = inputs.Length / rows;
        double[] starts = new double[columns], sizes = new double[columns];
        for (int column = 0; column < columns; column++)
            (starts[column], sizes[column]) = OriginAndUnit(inputs, column, columns, 4 * strength / rows);
        return new ColumnUnits(starts, sizes);
    }

    /// <summary>The rows in these units; the same array where columns keep their own.</summary>
    public double[] Apply(double[] inputs)
    {
        if (AreOwn)
            return inputs;
        double[] scaled = new double[inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
            scaled[i] = (inputs[i] - origins[i % units.Length]) / units[i % units.Length];
        return scaled;
    }

    /// <summary>Adds the slope of factor/2 · ‖w‖² to gradients, w in the columns' own units, and returns this penalty.</summary>
    /// <param name="parameters">Weights in these units, columns × outputs, then intercepts.</param>
    /// <param name="gradients">Likewise.</param>
    /// <param name="outputs">Number of outputs.</param>
    /// <param name="factor">The factor.</param>
    public double Penalize(ReadOnlySpan<double> parameters, Span<double> gradients, int outputs, double factor)
    {
        double squares = 0;
        for (int i = 0; i < units.Length * outputs; i++)
        {
            double unit = units[i / outputs], weight = parameters[i] / unit;
            squares += weight * weight;
            gradients[i] += factor * weight / unit;
        }

        return 0.5 * factor * squares;
    }

    /// <summary>Turns weights and intercepts in these units into those in the columns' own.</summary>
    /// <param name="parameters">Weights, columns × outputs, then intercepts.</param>
    /// <param name="outputs">Number of outputs.</param>
    public void Restore(double[] parameters, int outputs)
    {
        int weights = units.Length * outputs;
        for (int i = 0; i < weights; i++)
        {
            parameters[i] /= units[i / outputs];
            parameters[weights + (i % outputs)] -= parameters[i] * origins[i / outputs];
        }
    }

    // The log loss has a curvature of at most a quarter of a column's mean square, the penalty one of its strength / rows.
    private static (double Origin, double Unit) OriginAndUnit(ReadOnlySpan<double> inputs, int column, int columns, double penalty)
    {
        double first = inputs[column], sum = 0, squares = 0;
        int rows = inputs.Length / columns;
        for (int i = column; i < inputs.Length; i += columns)
        {
            double distance = inputs[i] - first;
            sum += distance;
            squares += distance * distance;
        }

        double mean = sum / rows, deviation = Math.Sqrt(Math.Max(0, (squares / rows) - (mean * mean)));
        if (!(deviation > 0) || !double.IsFinite(deviation))
            return (0, 1);
        double origin = Math.Abs(first + mean) > Far * deviation ? first + mean : 0;
        double size = Math.Sqrt((deviation * deviation) + penalty);
        return (origin, size is > 1 / Near and < Near ? 1 : Math.ScaleB(1, (int)Math.Round(Math.Log2(size))));
    }
}
