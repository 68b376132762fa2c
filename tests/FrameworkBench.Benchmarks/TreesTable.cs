using System.Diagnostics;
using FrameworkBench.Scratch.Trees;
using FrameworkBench.Scratch.Trees.Boosting;
using FrameworkBench.Scratch.Trees.Forests;

namespace FrameworkBench.Benchmarks;

/// <summary>
/// Prints the seconds that trees take on one thread, beside XGBoost's histogram method and scikit-learn at the same
/// settings: boosting of 100 rounds, 31 leaves, learning rate 0.1, no penalty; forests of 100 trees.
/// </summary>
internal static class TreesTable
{
    private const int Repeats = 5;

    /// <summary>Measures and prints.</summary>
    public static void Print()
    {
        Dictionary<string, double>? peers = Python.Figures("trees.py");
        Console.WriteLine($"{"trees",-26} {"seconds",9} {"XGBoost",9} {"ratio",6} {"sklearn",9} {"ratio",6}");
        foreach ((string name, bool isClassification) in (ReadOnlySpan<(string, bool)>)
            [("letter", true), ("diamonds", false), ("satellite", true), ("spambase", true), ("ames", false)])
        {
            var table = new BenchmarkTable(name, isClassification);
            FeatureTable prediction = table.Prediction();
            BoostedTrees boosted = null!;
            RandomForest forest = null!;
            Print($"{name} boosting fit", Best(() => boosted = Boost(table)), peers);
            Print($"{name} boosting predict", Best(() => boosted.Predict(prediction)), peers);
            if (name is "diamonds" or "ames")
                continue;
            Print($"{name} forest fit", Best(() => forest = Grow(table)), peers);
            Print($"{name} forest predict", Best(() => forest.Predict(prediction)), peers);
        }
    }

    private static BoostedTrees Boost(BenchmarkTable table)
    {
        // What XGBoost can be told as well: it has no least number of rows in a leaf.
        var options = new BoostedTreesOptions { MinSamplesLeaf = 1 };
        return table.IsClassification ? BoostedTrees.Fit(table.Classes(), options) : BoostedTrees.Fit(table.Values(), options);
    }

    private static RandomForest Grow(BenchmarkTable table) => RandomForest.Fit(table.Classes(), new());

    private static double Best(Action action) => Enumerable.Range(0, Repeats).Min(_ =>
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalSeconds;
    });

    private static void Print(string name, double seconds, Dictionary<string, double>? peers)
    {
        string Compared(string peer) =>
            peers is not null && peers.TryGetValue($"{peer} {name}", out double theirs)
                ? $"{theirs,9:f4} {theirs / seconds,6:f1}"
                : $"{"–",9} {"–",6}";
        Console.WriteLine($"{name,-26} {seconds,9:f4} {Compared("xgboost")} {Compared("sklearn")}");
    }
}
