using BenchmarkDotNet.Attributes;
using FrameworkBench.Scratch.Networks.Initializations;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Benchmarks;

/// <summary>
/// A dense layer with its activation inside, beside the same dense layer and the activation as a pass of its own: forward
/// and backward of a batch.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class FusedActivationBenchmarks
{
    private Layer<float> fused = null!;
    private Layer<float> dense = null!;
    private Layer<float> alone = null!;
    private AlignedBuffer<float> input = new(0);
    private AlignedBuffer<float> sums = new(0);
    private AlignedBuffer<float> output = new(0);
    private AlignedBuffer<float> arriving = new(0);
    private AlignedBuffer<float> between = new(0);
    private AlignedBuffer<float> leaving = new(0);
    private int rows;

    /// <summary>The activation.</summary>
    [Params(ActivationKind.Relu, ActivationKind.Sigmoid, ActivationKind.Gelu)]
    public ActivationKind Kind { get; set; }

    /// <summary>Rows × inputs × units.</summary>
    [Params("32x64x128", "200x64x128", "200x512x512", "1437x64x128")]
    public string Shape { get; set; } = "";

    /// <summary>Makes the layers and fills their input.</summary>
    [GlobalSetup]
    public void Fill()
    {
        int[] sizes = Array.ConvertAll(Shape.Split('x'), int.Parse);
        (rows, int inputs, int units) = (sizes[0], sizes[1], sizes[2]);
        var definition = new Dense(units, Initialization.Torch);
        // The network's last activation stays apart, so a third layer stands behind it.
        fused = LayerFactory.Create<float>(inputs, [definition, new Activation(Kind), new Dense(1)])[0];
        Layer<float>[] apart = LayerFactory.Create<float>(inputs, [definition, new Activation(Kind)]);
        (dense, alone) = (apart[0], apart[1]);
        foreach (Layer<float> layer in (Layer<float>[])[fused, dense])
        {
            int count = layer.ParameterLengths.Sum();
            layer.Bind(new AlignedBuffer<float>(count), new AlignedBuffer<float>(count), 0);
            layer.Initialize(new RandomSource(1));
            layer.Reserve(rows);
        }

        var random = new RandomSource(2);
        input = new AlignedBuffer<float>(rows * inputs);
        leaving = new AlignedBuffer<float>(rows * inputs);
        sums = new AlignedBuffer<float>(rows * units);
        output = new AlignedBuffer<float>(rows * units);
        arriving = new AlignedBuffer<float>(rows * units);
        between = new AlignedBuffer<float>(rows * units);
        foreach (ref float value in input.Span)
            value = (float)random.NextGaussian();
    }

    /// <summary>The product, then a pass over its result.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Forward")]
    public void ForwardSeparate()
    {
        dense.Forward(input.From(0), sums.From(0), rows, ForwardMode.Inference);
        alone.Forward(sums.From(0), output.From(0), rows, ForwardMode.Inference);
    }

    /// <summary>The product, every block finished with the activation.</summary>
    [Benchmark]
    [BenchmarkCategory("Forward")]
    public void ForwardFused() => fused.Forward(input.From(0), output.From(0), rows, ForwardMode.Inference);

    /// <summary>A pass for the slope, one for the biases' gradient, then the products.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Backward")]
    public void BackwardSeparate()
    {
        alone.Backward(sums.From(0), output.From(0), arriving.From(0), between.From(0), rows);
        dense.Backward(input.From(0), sums.From(0), between.From(0), leaving.From(0), rows);
    }

    /// <summary>One pass for the slope and the biases' gradient, then the products.</summary>
    [Benchmark]
    [BenchmarkCategory("Backward")]
    public void BackwardFused() => fused.Backward(input.From(0), output.From(0), arriving.From(0), leaving.From(0), rows);
}
