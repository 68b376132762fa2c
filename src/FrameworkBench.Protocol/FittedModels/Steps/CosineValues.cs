namespace FrameworkBench.Protocol.FittedModels.Steps;

/// <summary>Cosines at work.</summary>
internal sealed class CosineValues(CosineTables tables)
{
    private readonly double[] frequencies = tables.Frequencies.ToDoubles(), phases = tables.Phases.ToDoubles();
    private readonly double[] weights = tables.Weights.ToDoubles(), constants = tables.Constants.ToDoubles();
    private readonly double[] cosines = new double[tables.Width];

    /// <summary>Writes the combinations of one number.</summary>
    /// <param name="number">Which of the numbers.</param>
    /// <param name="x">Its value.</param>
    /// <param name="to">Receives them.</param>
    /// <returns>How many they are.</returns>
    public int Combine(int number, double x, Span<double> to)
    {
        int width = cosines.Length, combinations = tables.Combinations;
        for (int j = 0; j < width; j++)
            cosines[j] = Math.Cos((2 * Math.PI * frequencies[(number * width) + j] * x) + phases[(number * width) + j]);
        for (int k = 0; k < combinations; k++)
        {
            int combination = (number * combinations) + k;
            to[k] = constants[combination];
            for (int j = 0; j < width; j++)
                to[k] += weights[(combination * width) + j] * cosines[j];
        }

        return combinations;
    }
}
