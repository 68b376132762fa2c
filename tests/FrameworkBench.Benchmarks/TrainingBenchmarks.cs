using BenchmarkDotNet.Attributes;
using FrameworkBench.Scratch.Networks;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Losses;
using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Networks.Training;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Benchmarks;

/// <summary>Ten epochs of 64-128-64-10 on 1437 rows, the size of the digits' training rows.</summary>
[MemoryDiagnoser]
public class TrainingBenchmarks
{
    private const int Rows = 1437;

    private Samples<float> samples = new([0], [0], 1);

    /// <summary>Rows a step.</summary>
    [Params(32, 200)]
    public int BatchSize { get; set; }

    /// <summary>Draws rows and classes.</summary>
    [GlobalSetup]
    public void Draw()
    {
        var random = new RandomSource(1);
        float[] inputs = [.. Enumerable.Range(0, Rows * 64).Select(_ => (float)random.NextGaussian())];
        int[] labels = [.. Enumerable.Range(0, Rows).Select(_ => random.NextInt32(10))];
        samples = Samples<float>.OfClasses(inputs, labels, 10);
    }

    /// <summary>Trains a new network.</summary>
    [Benchmark]
    public TrainingResult Fit()
    {
        var network = new Network<float>(
            64,
            [
                new Dense(128), new Activation(ActivationKind.Relu), new Dense(64), new Activation(ActivationKind.Relu),
                new Dense(10), new Activation(ActivationKind.Softmax),
            ]);
        return new Trainer<float>(new TrainingOptions
        {
            Loss = Loss.CategoricalCrossEntropy,
            Optimizer = new Adam(),
            Epochs = 10,
            BatchSize = BatchSize,
        }).Fit(network, samples);
    }
}
