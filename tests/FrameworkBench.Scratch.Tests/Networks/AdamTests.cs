using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Networks.Plain;
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
        var optimizer = Optimizer<float>.Create(adam, 3);
        AlignedBuffer<float> parameters = Of(0.5f, 0.5f, 0.5f);
        var plain = new PlainOptimizer(adam);
        var expected = new PlainParameter([0.5, 0.5, 0.5]);

        for (int step = 1; step <= Steps; step++)
        {
            // The first weight keeps its gradient, the second loses it, the third never had one.
            float[] gradients = [0.3f * MathF.Sin(step), step <= StepsAlive ? 0.1f : 0, 0];
            optimizer.Step(parameters, Of(gradients));
            for (int i = 0; i < gradients.Length; i++)
                expected.Gradient[i] = gradients[i];
            plain.Step([expected]);
            Assert.Equal(expected.Value[0], parameters.Span[0], 1e-4);
            Assert.Equal(expected.Value[1], parameters.Span[1], 1e-5);
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
