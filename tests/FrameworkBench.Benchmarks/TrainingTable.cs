using System.Diagnostics;
using FrameworkBench.Scratch.Networks;
using FrameworkBench.Scratch.Networks.Initializations;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Losses;
using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Networks.Training;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Benchmarks;

/// <summary>Prints the time of an epoch of small networks on one thread, beside PyTorch's and scikit-learn's.</summary>
internal static class TrainingTable
{
    private const int Rows = 1437;

    /// <summary>Measures and prints.</summary>
    public static void Print()
    {
        Dictionary<string, double>? peers = Python.Figures("training.py");
        Console.WriteLine($"{"training",-34} {"ms/epoch",9} {"PyTorch",9} {"ratio",6} {"sklearn",9} {"ratio",6}");
        foreach (int batch in (int[])[32, 200])
        {
            Print($"digits 64-128-64-10 batch {batch}", Digits(batch, dropout: false), peers);
            Print($"digits dropout batch {batch}", Digits(batch, dropout: true), peers);
        }

        Print("iris 4-16-3 full batch", Iris(), peers);
        Print("xor 2-4-1 full batch", Xor(), peers);
    }

    private static void Print(string name, Func<int, double> run, Dictionary<string, double>? peers)
    {
        run(20);
        double best = Enumerable.Range(0, 7).Min(_ => run(30)) * 1e3;
        string Compared(string peer) =>
            peers is not null && peers.TryGetValue($"{peer} {name}", out double theirs)
                ? $"{theirs,9:f3} {theirs / best,6:f1}"
                : $"{"–",9} {"–",6}";
        Console.WriteLine($"{name,-34} {best,9:f4} {Compared("torch")} {Compared("sklearn")}");
    }

    private static Func<int, double> Digits(int batch, bool dropout)
    {
        var random = new RandomSource(1);
        float[] inputs = [.. Enumerable.Range(0, Rows * 64).Select(_ => (float)random.NextGaussian())];
        int[] labels = [.. Enumerable.Range(0, Rows).Select(_ => random.NextInt32(10))];
        var samples = Samples<float>.OfClasses(inputs, labels, 10);
        LayerDefinition[] plain =
        [
            new Dense(128, Initialization.HeUniform), new Activation(ActivationKind.Relu),
            new Dense(64, Initialization.HeUniform), new Activation(ActivationKind.Relu),
            new Dense(10), new Activation(ActivationKind.Softmax),
        ];
        LayerDefinition[] layers = dropout
            ? [plain[0], plain[1], new Dropout(0.3), plain[2], plain[3], new Dropout(0.3), plain[4], plain[5]]
            : plain;
        return epochs => SecondsAnEpoch(64, layers, samples, Loss.CategoricalCrossEntropy, new Adam(), batch, epochs);
    }

    private static Func<int, double> Iris()
    {
        var random = new RandomSource(1);
        float[] inputs = [.. Enumerable.Range(0, 120 * 4).Select(_ => (float)random.NextGaussian())];
        int[] labels = [.. Enumerable.Range(0, 120).Select(_ => random.NextInt32(3))];
        var samples = Samples<float>.OfClasses(inputs, labels, 3);
        LayerDefinition[] layers =
        [
            new Dense(16, Initialization.HeNormal), new Activation(ActivationKind.Relu),
            new Dense(3, Initialization.HeNormal), new Activation(ActivationKind.Softmax),
        ];
        return epochs => SecondsAnEpoch(
            4, layers, samples, Loss.CategoricalCrossEntropy, new GradientDescent(0.05), 0, epochs * 50);
    }

    private static Func<int, double> Xor()
    {
        var samples = Samples<float>.OfTwoClasses([0, 0, 0, 1, 1, 0, 1, 1], [0, 1, 1, 0]);
        LayerDefinition[] layers =
        [
            new Dense(4, Initialization.Normal(0.5)), new Activation(ActivationKind.Sigmoid),
            new Dense(1, Initialization.Normal(0.5)), new Activation(ActivationKind.Sigmoid),
        ];
        return epochs => SecondsAnEpoch(
            2, layers, samples, Loss.BinaryCrossEntropy, new GradientDescent(0.5), 0, epochs * 500);
    }

    private static double SecondsAnEpoch(
        int inputs,
        LayerDefinition[] layers,
        Samples<float> samples,
        Loss loss,
        OptimizerDefinition optimizer,
        int batch,
        int epochs)
    {
        var network = new Network<float>(inputs, layers, seed: 1);
        var trainer = new Trainer<float>(
            new TrainingOptions { Loss = loss, Optimizer = optimizer, Epochs = epochs, BatchSize = batch });
        var watch = Stopwatch.StartNew();
        trainer.Fit(network, samples);
        return watch.Elapsed.TotalSeconds / epochs;
    }
}
