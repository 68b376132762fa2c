namespace FrameworkBench.Scratch.Numerics.Optimization;

/// <summary>
/// The last few steps s and changes of the gradient y, and the product of the inverse Hessian that they imply with a
/// gradient, by the two loops of Nocedal (1980).
/// </summary>
internal sealed class CurvatureHistory
{
    private readonly double[][] steps;
    private readonly double[][] changes;
    private readonly double[] inverseProducts;
    private readonly double[] weights;
    private int newest = -1;
    private int count;

    public CurvatureHistory(int length, int memory)
    {
        steps = [.. Enumerable.Range(0, memory).Select(_ => new double[length])];
        changes = [.. Enumerable.Range(0, memory).Select(_ => new double[length])];
        inverseProducts = new double[memory];
        weights = new double[memory];
    }

    /// <summary>Whether nothing is known about the curvature.</summary>
    public bool IsEmpty => count == 0;

    /// <summary>Forgets everything.</summary>
    public void Clear() => count = 0;

    /// <summary>Takes in a step, unless the curvature along it is not positive.</summary>
    public void Add(double[] point, double[] previousPoint, double[] gradient, double[] previousGradient)
    {
        int slot = (newest + 1) % steps.Length;
        double[] s = steps[slot];
        double[] y = changes[slot];
        for (int i = 0; i < s.Length; i++)
        {
            s[i] = point[i] - previousPoint[i];
            y[i] = gradient[i] - previousGradient[i];
        }

        double product = VectorOperations.Dot(s, y);
        if (!(product > 1e-16 * VectorOperations.Dot(y, y)))
            return;
        inverseProducts[slot] = 1 / product;
        newest = slot;
        count = Math.Min(count + 1, steps.Length);
    }

    /// <summary>direction = −H·gradient.</summary>
    public void Direction(double[] gradient, double[] direction)
    {
        for (int i = 0; i < direction.Length; i++)
            direction[i] = -gradient[i];
        if (count == 0)
            return;
        for (int back = 0; back < count; back++)
        {
            int slot = Slot(back);
            weights[slot] = inverseProducts[slot] * VectorOperations.Dot(steps[slot], direction);
            VectorOperations.AddScaled(-weights[slot], changes[slot], direction);
        }

        double scale = 1 / (inverseProducts[newest] * VectorOperations.Dot(changes[newest], changes[newest]));
        for (int i = 0; i < direction.Length; i++)
            direction[i] *= scale;
        for (int back = count - 1; back >= 0; back--)
        {
            int slot = Slot(back);
            double weight = inverseProducts[slot] * VectorOperations.Dot(changes[slot], direction);
            VectorOperations.AddScaled(weights[slot] - weight, steps[slot], direction);
        }
    }

    private int Slot(int back) => (newest - back + steps.Length) % steps.Length;
}
