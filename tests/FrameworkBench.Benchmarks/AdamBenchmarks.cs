using BenchmarkDotNet.Attributes;
using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Benchmarks;

/// <summary>A step of Adam over the weights of a hidden layer, some of whose units have died and get no gradient any more.</summary>
public class AdamBenchmarks
{
    private const int Weights = 128 * 128;
    private const int StepsAlive = 100;
    private const int StepsSince = 2000;

    private AlignedBuffer<float> parameters = new(0);
    private AlignedBuffer<float> gradients = new(0);
    private Optimizer<float> optimizer = null!;

    /// <summary>Share of the weights whose unit has died.</summary>
    [Params(0, 0.5)]
    public double Dead { get; set; }

    /// <summary>Takes steps with every unit alive, then as many as bring the moments of the dead ones below the normal numbers.</summary>
    [GlobalSetup]
    public void Decay()
    {
        var random = new RandomSource(1);
        parameters = new AlignedBuffer<float>(Weights);
        gradients = new AlignedBuffer<float>(Weights);
        foreach (ref float gradient in gradients.Span)
            gradient = (float)random.NextGaussian() * 1e-3f;
        optimizer = Optimizer<float>.Create(new Adam(), Weights);
        for (int step = 0; step < StepsAlive; step++)
            Step();
        gradients.Span[..(int)(Dead * Weights)].Clear();
        for (int step = 0; step < StepsSince; step++)
            Step();
    }

    /// <summary>One step.</summary>
    [Benchmark]
    public void Step() => optimizer.Step(parameters, gradients);
}
