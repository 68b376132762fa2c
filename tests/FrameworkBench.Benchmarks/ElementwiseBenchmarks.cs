using BenchmarkDotNet.Attributes;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Benchmarks;

/// <summary>Activation functions and dropout over a batch of 200 × 128.</summary>
public class ElementwiseBenchmarks
{
    private const int Count = 200 * 128;

    private readonly AlignedBuffer<float> x = new(Count);
    private readonly AlignedBuffer<float> y = new(Count);
    private readonly RandomSource random = new(1);

    /// <summary>Fills the input.</summary>
    [GlobalSetup]
    public void Fill()
    {
        foreach (ref float value in x.Span)
            value = (float)random.NextGaussian();
    }

    /// <summary>max(0, x).</summary>
    [Benchmark(Baseline = true)]
    public void Relu() => Elementwise.Map<float, ActivationFunctions.Relu<float>>(x.Span, y.Span, default);

    /// <summary>1 / (1 + e^−x).</summary>
    [Benchmark]
    public void Sigmoid() => Elementwise.Map<float, ActivationFunctions.Sigmoid<float>>(x.Span, y.Span, default);

    /// <summary>Hyperbolic tangent.</summary>
    [Benchmark]
    public void Tanh() => Elementwise.Map<float, ActivationFunctions.Tanh<float>>(x.Span, y.Span, default);

    /// <summary>x·Φ(x).</summary>
    [Benchmark]
    public void Gelu() => Elementwise.Map<float, ActivationFunctions.Gelu<float>>(x.Span, y.Span, default);

    /// <summary>A mask of zeros and 1 / 0.7.</summary>
    [Benchmark]
    public void DropoutMasks() => DropoutMask.Draw(y.Span, 0.3, random);
}
