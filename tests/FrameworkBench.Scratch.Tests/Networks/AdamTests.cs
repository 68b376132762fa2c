using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Tests.Networks;

public sealed class AdamTests
{
    private const int StepsAlive = 20;
    private const int Steps = 1500;

    [Fact]
    public void Weights_of_a_dead_unit_move_as_the_formula_says_while_their_moments_fade_away()
    {
        var adam = new Adam();
        Optimizer<float> optimizer = Optimizer<float>.Create(adam, 3);
        AlignedBuffer<float> parameters = Of(0.5f, 0.5f, 0.5f);
        double[] expected = [0.5, 0.5, 0.5], mean = new double[3], meanSquare = new double[3];

        for (int step = 1; step <= Steps; step++)
        {
            // The first weight keeps its gradient, the second loses it, the third never had one.
            float[] gradients = [0.3f * MathF.Sin(step), step <= StepsAlive ? 0.1f : 0, 0];
            optimizer.Step(parameters, Of(gradients));
            for (int i = 0; i < expected.Length; i++)
            {
                mean[i] = (adam.Beta1 * mean[i]) + ((1 - adam.Beta1) * gradients[i]);
                meanSquare[i] = (adam.Beta2 * meanSquare[i]) + ((1 - adam.Beta2) * gradients[i] * gradients[i]);
                double root = Math.Sqrt(meanSquare[i] / (1 - Math.Pow(adam.Beta2, step)));
                expected[i] -= adam.LearningRate * mean[i] / (1 - Math.Pow(adam.Beta1, step)) / (root + adam.Epsilon);
            }

            Assert.Equal(expected[0], parameters.Span[0], 1e-4);
            Assert.Equal(expected[1], parameters.Span[1], 1e-5);
            Assert.Equal(0.5f, parameters.Span[2]);
        }
    }

    private static AlignedBuffer<float> Of(params float[] values)
    {
        var buffer = new AlignedBuffer<float>(values.Length);
        values.CopyTo(buffer.Span);
        return buffer;
    }
}
