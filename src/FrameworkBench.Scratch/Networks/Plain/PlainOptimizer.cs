using FrameworkBench.Scratch.Networks.Optimizers;

namespace FrameworkBench.Scratch.Networks.Plain;

/// <summary>Moves parameters against their gradients, by the table of optimizers of docs/model-spec.md.</summary>
/// <param name="rule">Which rule, with its constants.</param>
public sealed class PlainOptimizer(OptimizerDefinition rule)
{
    private int steps;

    /// <summary>One step of every parameter.</summary>
    public void Step(IEnumerable<PlainParameter> parameters)
    {
        steps++;
        foreach (PlainParameter parameter in parameters)
        {
            for (int i = 0; i < parameter.Value.Length; i++)
            {
                ref double w = ref parameter.Value[i];
                w = Moved(w, parameter.Gradient[i], ref parameter.Mean[i], ref parameter.MeanSquare[i]);
            }
        }
    }

    private double Moved(double w, double g, ref double m, ref double s)
    {
        double rate = rule.LearningRate;
        switch (rule)
        {
            case GradientDescent:
                return w - (rate * g);
            case Momentum momentum:
                m = (momentum.Coefficient * m) + g;
                return w - (rate * (momentum.Nesterov ? g + (momentum.Coefficient * m) : m));
            case RmsProp rmsProp:
                s = (rmsProp.Decay * s) + ((1 - rmsProp.Decay) * g * g);
                return w - (rate * g / (Math.Sqrt(s) + rmsProp.Epsilon));
            case Adam adam:
                return w - (rate * Direction(g, ref m, ref s, adam.Beta1, adam.Beta2, adam.Epsilon));
            case AdamW adam:
                w -= rate * adam.WeightDecay * w;
                return w - (rate * Direction(g, ref m, ref s, adam.Beta1, adam.Beta2, adam.Epsilon));
            default:
                throw new InvalidOperationException($"'{rule.GetType().Name}' is not an optimizer.");
        }
    }

    // Kingma and Ba (2015), algorithm 1. Means that start at 0 are too small at first: the divisors correct that.
    private double Direction(double g, ref double m, ref double s, double beta1, double beta2, double epsilon)
    {
        m = (beta1 * m) + ((1 - beta1) * g);
        s = (beta2 * s) + ((1 - beta2) * g * g);
        return m / (1 - Math.Pow(beta1, steps)) / (Math.Sqrt(s / (1 - Math.Pow(beta2, steps))) + epsilon);
    }
}
