using FrameworkBench.Scratch.Numerics;
using FrameworkBench.Scratch.Trees;
using FrameworkBench.Scratch.Trees.Boosting;
using FrameworkBench.Scratch.Trees.Cart;
using FrameworkBench.Scratch.Trees.Forests;

namespace FrameworkBench.Scratch.Tests.Trees;

/// <summary>Tables that break careless code: whatever they hold, predictions are finite and probabilities sum to one.</summary>
public sealed class DifficultTableTests
{
    public static TheoryData<string, bool> Cases()
    {
        var cases = new TheoryData<string, bool>();
        foreach (string name in Tables.Keys)
        {
            cases.Add(name, false);
            cases.Add(name, true);
        }

        return cases;
    }

    private static readonly Dictionary<string, (float[] Values, int Columns, FeatureKind Kind, Func<int, int> Class, int ClassCount)>
        Tables = new()
        {
            ["constant columns"] = (Fill(60, 4, (_, _, _) => 3), 4, FeatureKind.Numeric, row => row % 2, 2),
            ["one row"] = ([1, 2], 2, FeatureKind.Numeric, _ => 1, 2),
            ["two rows"] = ([1, 2, 3, 4], 2, FeatureKind.Numeric, row => row, 2),
            ["one row a class"] = (Fill(6, 3, (r, _, _) => (float)r.NextGaussian()), 3, FeatureKind.Numeric, row => row, 6),
            ["a class absent"] = (Fill(90, 3, (r, _, _) => (float)r.NextGaussian()), 3, FeatureKind.Numeric, row => row % 2 * 2, 4),
            ["only one class"] = (Fill(50, 3, (r, _, _) => (float)r.NextGaussian()), 3, FeatureKind.Numeric, _ => 0, 2),
            ["ninety-nine to one"] = (
                Fill(400, 5, (r, row, _) => (float)r.NextGaussian() + (row % 100 == 0 ? 1 : 0)),
                5, FeatureKind.Numeric, row => row % 100 == 0 ? 1 : 0, 2),
            ["all missing"] = (Fill(70, 3, (_, _, _) => float.NaN), 3, FeatureKind.Numeric, row => row % 3, 3),
            ["heavily missing"] = (
                Fill(300, 6, (r, _, _) => r.NextDouble() < 0.8 ? float.NaN : (float)r.NextGaussian()),
                6, FeatureKind.Numeric, row => row % 3, 3),
            ["categories only"] = (Fill(250, 5, (r, _, _) => r.NextInt32(9)), 5, FeatureKind.Categorical, row => row % 3, 3),
            ["categories missing"] = (
                Fill(250, 4, (r, _, c) => c == 0 || r.NextDouble() < 0.5 ? float.NaN : r.NextInt32(4)),
                4, FeatureKind.Categorical, row => row % 2, 2),
            ["more categories than bins"] = (
                Fill(2000, 2, (r, _, _) => r.NextInt32(900) * 70), 2, FeatureKind.Categorical, row => row % 2, 2),
            ["a category a row"] = (Fill(300, 1, (_, row, _) => row), 1, FeatureKind.Categorical, row => row % 2, 2),
            ["infinities"] = (
                Fill(120, 3, (r, _, _) => r.NextInt32(5) switch
                {
                    0 => float.PositiveInfinity,
                    1 => float.NegativeInfinity,
                    _ => (float)r.NextGaussian(),
                }),
                3, FeatureKind.Numeric, row => row % 2, 2),
            ["extreme values"] = (
                Fill(120, 3, (r, _, _) => r.NextInt32(4) switch
                {
                    0 => float.MaxValue,
                    1 => float.MinValue,
                    2 => float.Epsilon,
                    _ => -0f,
                }),
                3, FeatureKind.Numeric, row => row % 2, 2),
            ["wide and short"] = (Fill(30, 180, (r, _, _) => (float)r.NextGaussian()), 180, FeatureKind.Numeric, row => row % 2, 2),
            ["all rows alike"] = (Fill(100, 2, (_, _, _) => 1), 2, FeatureKind.Categorical, row => row % 7 == 0 ? 1 : 0, 2),
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Classes_are_predicted_with_probabilities(string name, bool fewRowsALeaf)
    {
        var (values, columns, kind, label, classCount) = Tables[name];
        var table = new FeatureTable(values, columns, [.. Enumerable.Repeat(kind, columns)]);
        var data = new ClassificationData(table, Enumerable.Range(0, table.Rows).Select(label).ToArray(), classCount);
        FeatureTable unseen = Unseen(columns, kind);
        var boosting = new BoostedTreesOptions { Rounds = 8, MinSamplesLeaf = fewRowsALeaf ? 1 : 20, MaxLeaves = fewRowsALeaf ? null : 31 };
        var boosted = BoostedTrees.Fit(data, boosting);
        var forest = RandomForest.Fit(
            data, new() { Trees = 6, Criterion = fewRowsALeaf ? SplitCriterion.Entropy : SplitCriterion.Gini });
        var tree = DecisionTree.Fit(data, new() { MaxDepth = fewRowsALeaf ? null : 3 });
        foreach (double[] probabilities in new[]
        {
            boosted.Predict(table), boosted.Predict(unseen), forest.Predict(table), forest.Predict(unseen),
            tree.Predict(table), tree.Predict(unseen),
        })
        {
            Assert.All(probabilities, share => Assert.InRange(share, 0, 1));
            Assert.All(probabilities.Chunk(classCount), row => Assert.Equal(1, row.Sum(), 9));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Values_are_predicted_near_the_range_of_the_targets(string name, bool constantTarget)
    {
        var (values, columns, kind, label, _) = Tables[name];
        var table = new FeatureTable(values, columns, [.. Enumerable.Repeat(kind, columns)]);
        double[] targets = [.. Enumerable.Range(0, table.Rows).Select(row => constantTarget ? 1e6 : 1e6 + label(row))];
        var data = new RegressionData(table, targets);
        FeatureTable unseen = Unseen(columns, kind);
        var boosted = BoostedTrees.Fit(data, new() { Rounds = 8, MinSamplesLeaf = 2 });
        var forest = RandomForest.Fit(data, new() { Trees = 6 });
        var tree = DecisionTree.Fit(data, new());
        foreach (double[] predictions in new[]
        {
            boosted.Predict(table), boosted.Predict(unseen), forest.Predict(table), forest.Predict(unseen),
            tree.Predict(table), tree.Predict(unseen),
        })
        {
            Assert.All(predictions, value => Assert.InRange(value, targets.Min() - 0.1, targets.Max() + 0.1));
        }
    }

    private static FeatureTable Unseen(int columns, FeatureKind kind)
    {
        float[] strange = kind == FeatureKind.Categorical
            ? [float.NaN, 60_000, 0, 1e20f, -7]
            : [float.NaN, 1e30f, 0, float.NegativeInfinity, float.PositiveInfinity];
        return new FeatureTable(strange.SelectMany(value => Enumerable.Repeat(value, columns)).ToArray(), columns);
    }

    private static float[] Fill(int rows, int columns, Func<RandomSource, int, int, float> value)
    {
        var random = new RandomSource(1);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.Length; i++)
            values[i] = value(random, i / columns, i % columns);
        return values;
    }
}
