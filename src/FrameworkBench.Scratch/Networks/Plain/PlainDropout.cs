namespace FrameworkBench.Scratch.Networks.Plain;

/// <summary>
/// Inverted dropout: in training a kept value is divided by 1 − rate, any other is 0 (Srivastava 2014). Backward: the same.
/// </summary>
/// <param name="rate">The share that is dropped, at least 0 and less than 1.</param>
/// <param name="keeps">For each row that training visits, which values it keeps: given, so that a run can be repeated.</param>
public sealed class PlainDropout(double rate, IEnumerable<bool[]> keeps) : PlainLayer
{
    private readonly Queue<bool[]> upcoming = new(keeps);
    private double[] factors = [];

    /// <inheritdoc/>
    public override double[] Forward(double[] x, bool training)
    {
        factors = training
            ? Array.ConvertAll(upcoming.Dequeue(), kept => kept ? 1 / (1 - rate) : 0)
            : Array.ConvertAll(x, _ => 1.0);
        return Backward(x);
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy) => [.. dy.Zip(factors, (value, factor) => value * factor)];
}
