using FrameworkBench.Scratch.Networks;
using FrameworkBench.Scratch.Networks.Initializations;
using FrameworkBench.Scratch.Networks.Layers;

namespace FrameworkBench.Scratch.Tests.Networks;

public class InitializationTests
{
    private const int Inputs = 150;
    private const int Units = 90;

    [Fact]
    public void Normal_distributions_have_their_deviation()
    {
        AssertNormal(Initialization.Normal(0.5), 0.5);
        AssertNormal(Initialization.XavierNormal, Math.Sqrt(2.0 / (Inputs + Units)));
        AssertNormal(Initialization.HeNormal, Math.Sqrt(2.0 / Inputs));
    }

    [Fact]
    public void Uniform_distributions_have_their_limit()
    {
        AssertUniform(Draw(Initialization.Uniform(0.3))[0], 0.3);
        AssertUniform(Draw(Initialization.XavierUniform)[0], Math.Sqrt(6.0 / (Inputs + Units)));
        AssertUniform(Draw(Initialization.HeUniform)[0], Math.Sqrt(6.0 / Inputs));
        AssertUniform(Draw(Initialization.Torch)[0], 1 / Math.Sqrt(Inputs));
        AssertUniform(Draw(Initialization.Sklearn)[0], Math.Sqrt(6.0 / (Inputs + Units)));
    }

    [Fact]
    public void Scikit_learns_limit_is_smaller_when_the_hidden_activation_is_the_sigmoid()
    {
        LayerDefinition[] layers =
        [
            new Dense(Units, Initialization.Sklearn), new Activation(ActivationKind.Sigmoid),
            new Dense(200, Initialization.Sklearn), new Activation(ActivationKind.Softmax),
        ];
        IReadOnlyList<double[]> drawn = new Network<double>(Inputs, layers, seed: 1).GetParameters();
        AssertUniform(drawn[0], Math.Sqrt(2.0 / (Inputs + Units)));
        AssertUniform(drawn[2], Math.Sqrt(2.0 / (Units + 200)));
    }

    [Fact]
    public void Biases_are_drawn_only_as_scikit_learn_and_PyTorch_do()
    {
        Assert.All(Draw(Initialization.HeNormal)[1], bias => Assert.Equal(0, bias));
        Assert.All(Draw(Initialization.XavierUniform)[1], bias => Assert.Equal(0, bias));
        Assert.True(Draw(Initialization.Torch)[1].Max() > 0.8 / Math.Sqrt(Inputs));
        Assert.True(Draw(Initialization.Sklearn)[1].Max() > 0.8 * Math.Sqrt(6.0 / (Inputs + Units)));
    }

    [Fact]
    public void Zero_is_zero() => Assert.All(Draw(Initialization.Zero)[0], weight => Assert.Equal(0, weight));

    [Fact]
    public void The_same_seed_draws_the_same_weights_in_float_and_double()
    {
        LayerDefinition[] layers = [new Dense(20, Initialization.HeNormal), new Dense(3, Initialization.Torch)];
        var doubles = new Network<double>(5, layers, seed: 9);
        var singles = new Network<float>(5, layers, seed: 9);
        Assert.Equal(doubles.Parameters.Span.ToArray().Select(value => (float)value), singles.Parameters.Span.ToArray());
        Assert.NotEqual(doubles.GetParameters()[0], new Network<double>(5, layers, seed: 10).GetParameters()[0]);
    }

    private static IReadOnlyList<double[]> Draw(Initialization initialization) =>
        new Network<double>(Inputs, [new Dense(Units, initialization)], seed: 1).GetParameters();

    private static void AssertNormal(Initialization initialization, double deviation)
    {
        double[] weights = Draw(initialization)[0];
        Assert.Equal(0, weights.Average(), 0.03 * deviation);
        Assert.Equal(deviation, Math.Sqrt(weights.Average(weight => weight * weight)), 0.03 * deviation);
        Assert.True(weights.Max() > 3 * deviation, "a normal distribution has tails");
    }

    private static void AssertUniform(double[] weights, double limit)
    {
        Assert.InRange(weights.Max(), 0.999 * limit, limit);
        Assert.InRange(weights.Min(), -limit, -0.999 * limit);
        Assert.Equal(limit / Math.Sqrt(3), Math.Sqrt(weights.Average(weight => weight * weight)), 0.03 * limit);
    }
}
