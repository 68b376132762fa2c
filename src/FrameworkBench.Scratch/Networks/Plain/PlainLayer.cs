namespace FrameworkBench.Scratch.Networks.Plain;

/// <summary>One layer. It remembers the row that went forward last, since the backward pass needs it.</summary>
public abstract class PlainLayer
{
    /// <summary>What the layer learns.</summary>
    public virtual IReadOnlyList<PlainParameter> Parameters => [];

    /// <summary>From a row's inputs x to its outputs.</summary>
    public abstract double[] Forward(double[] x, bool training);

    /// <summary>From dy = ∂loss/∂output to ∂loss/∂input; on the way ∂loss/∂parameter is added to the gradients.</summary>
    public abstract double[] Backward(double[] dy);
}
