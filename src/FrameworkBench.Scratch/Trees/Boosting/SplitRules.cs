namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>What a split must keep, in the fixed-point units of one tree.</summary>
internal readonly struct SplitRules
{
    /// <summary>Brings the options to a tree's scale.</summary>
    public SplitRules(BoostedTreesOptions options, GradientScale scale)
    {
        Scale = scale;
        L2 = options.L2 * scale.Hessian;
        MinChildWeight = options.MinChildWeight * scale.Hessian;
        MinSamplesLeaf = options.MinSamplesLeaf;
        CategorySmoothing = options.CategorySmoothing;
    }

    /// <summary>The scale of the sums.</summary>
    public GradientScale Scale { get; }

    /// <summary>Added to hessians, scaled.</summary>
    public double L2 { get; }

    /// <summary>The least hessian of a child, scaled.</summary>
    public double MinChildWeight { get; }

    /// <summary>The fewest rows of a child.</summary>
    public int MinSamplesLeaf { get; }

    /// <summary>Rows and hessian as the options give them, not scaled.</summary>
    public double CategorySmoothing { get; }

    /// <summary>G²/(H + λ) of a node, in scaled units (equation 6 of Chen and Guestrin 2016, without the half).</summary>
    public double ScoreOf(in GradientSum sum)
    {
        double hessian = Scale.ScaledHessianOf(sum) + L2;
        double gradient = sum.Gradient;
        return hessian > 0 ? gradient * gradient / hessian : 0;
    }

    /// <summary>A score in the units of the loss.</summary>
    public double Unscale(double score) => score * (Scale.Hessian / (Scale.Gradient * Scale.Gradient));

    /// <summary>−G/(H + λ): the step that minimises the second-order loss (equation 5).</summary>
    public double ValueOf(in GradientSum sum)
    {
        double hessian = Scale.ScaledHessianOf(sum) + L2;
        return hessian > 0 ? -sum.Gradient / hessian * (Scale.Hessian / Scale.Gradient) : 0;
    }
}
