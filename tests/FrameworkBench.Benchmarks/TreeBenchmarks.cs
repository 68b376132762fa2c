using BenchmarkDotNet.Attributes;
using FrameworkBench.Scratch.Trees;
using FrameworkBench.Scratch.Trees.Boosting;
using FrameworkBench.Scratch.Trees.Forests;

namespace FrameworkBench.Benchmarks;

/// <summary>A hundred rounds of boosting, a forest of a hundred trees, and what boosting predicts, on one thread.</summary>
[MemoryDiagnoser]
public class TreeBenchmarks
{
    private ClassificationData training = null!;
    private FeatureTable prediction = null!;
    private BoostedTrees boosted = null!;

    /// <summary>Which table.</summary>
    [Params("satellite", "spambase")]
    public string Table { get; set; } = "";

    /// <summary>Reads the table.</summary>
    [GlobalSetup]
    public void Read()
    {
        var table = new BenchmarkTable(Table, isClassification: true);
        training = table.Classes();
        prediction = table.Prediction();
        boosted = BoostedTrees.Fit(training, new());
    }

    /// <summary>Trains boosted trees.</summary>
    [Benchmark]
    public BoostedTrees Boost() => BoostedTrees.Fit(training, new());

    /// <summary>Trains a forest.</summary>
    [Benchmark]
    public RandomForest Grow() => RandomForest.Fit(training, new());

    /// <summary>Predicts with boosted trees.</summary>
    [Benchmark]
    public double[] Predict() => boosted.Predict(prediction);
}
