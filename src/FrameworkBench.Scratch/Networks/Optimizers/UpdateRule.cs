namespace FrameworkBench.Scratch.Networks.Optimizers;

/// <summary>How an array of parameters departs from the optimizer's own rule. Adam and AdamW heed it.</summary>
/// <param name="Rate">Factor of the step size.</param>
/// <param name="Decay">Factor of the weight decay, which the factor of the step size does not touch.</param>
/// <param name="Epsilon">Factor of what is added to the root.</param>
internal readonly record struct UpdateRule(double Rate, double Decay, double Epsilon = 1)
{
    /// <summary>The optimizer's own rule.</summary>
    public static UpdateRule Plain { get; } = new(1, 1);

    /// <summary>The optimizer's own rule, but no weight decay.</summary>
    public static UpdateRule WithoutDecay { get; } = new(1, 0);

    /// <summary>
    /// The rule by which W = θ/√inputs moves as θ would by the plain rule: the gradient of θ is that of W, divided by √inputs.
    /// </summary>
    public static UpdateRule NeuralTangent(int inputs) => new(1 / Math.Sqrt(inputs), 1, Math.Sqrt(inputs));
}
