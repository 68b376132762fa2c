using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Datasets.Splits;

namespace FrameworkBench.Tests.Datasets.Splits;

/// <summary>Splits equal scikit-learn's, row by row and in order; tests/fixtures/splits.py made the golden file.</summary>
public sealed class SplitGoldenTests
{
    private static readonly JsonElement Golden =
        JsonDocument.Parse(File.ReadAllText(RepositoryFiles.Fixture("splits", "splits.json"))).RootElement;

    [Fact]
    public void Permutations_equal_those_of_NumPy()
    {
        foreach (JsonElement golden in Golden.GetProperty("permutations").EnumerateArray())
        {
            int[] permutation = new NumpyRandom(golden.GetProperty("seed").GetUInt32()).Permutation(golden.GetProperty("count").GetInt32());
            Assert.Equal(golden.GetProperty("expected").GetString(), Brief(string.Join(',', permutation)));
        }
    }

    [Fact]
    public void Uniform_numbers_equal_those_of_NumPy()
    {
        foreach (JsonElement golden in Golden.GetProperty("uniforms").EnumerateArray())
        {
            var random = new NumpyRandom(golden.GetProperty("seed").GetUInt32());
            double[] numbers = [.. Enumerable.Range(0, 400).Select(_ => random.NextDouble())];
            Assert.Equal(golden.GetProperty("expected").EnumerateArray().Select(number => number.GetDouble()), numbers[^3..]);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Splits_equal_those_of_scikit_learn(bool keepDuplicatesTogether)
    {
        var catalog = DatasetCatalog.Read(RepositoryFiles.Catalog);
        int compared = 0;
        foreach (JsonElement golden in Golden.GetProperty("cases").EnumerateArray())
        {
            Dataset dataset = golden.TryGetProperty("table", out JsonElement name) ? catalog.Load(name.GetString()!) : Synthetic(golden);
            if (keepDuplicatesTogether && dataset.DuplicateCount > 0)
                continue;
            SplitPlan plan = Plan(golden) with { KeepDuplicatesTogether = keepDuplicatesTogether };
            IReadOnlyList<Split> splits = plan.Split(dataset);
            string found =
                Brief(string.Join(';', splits.Select(split => $"{string.Join(',', split.TrainRows)}|{string.Join(',', split.TestRows)}")));
            Assert.True(golden.GetProperty("expected").GetString() == found, $"{golden} gave {found}");
            Assert.Equal(plan.Count, splits.Count);
            compared++;
        }

        Assert.InRange(compared, 200, int.MaxValue);
    }

    [Fact]
    public void The_largest_points_of_learning_curves_equal_scikit_learns_shuffle_splits()
    {
        foreach (JsonElement golden in Golden.GetProperty("curves").EnumerateArray())
        {
            int train = golden.GetProperty("train").GetInt32();
            var plan =
                new LearningCurve(
                    [train / 3, train], golden.GetProperty("test").GetInt32(), golden.GetProperty("repeats").GetInt32(),
                    golden.GetProperty("seed").GetUInt32());
            IEnumerable<Split> largest = plan.Split(Tables.OfLabels(new int[golden.GetProperty("rows").GetInt32()]))
                .Where(split => split.TrainRows.Length == train);
            string found =
                Brief(string.Join(';', largest.Select(split => $"{string.Join(',', split.TrainRows)}|{string.Join(',', split.TestRows)}")));
            Assert.True(golden.GetProperty("expected").GetString() == found, $"{golden} gave {found}");
        }
    }

    [Fact]
    public void Folds_in_order_of_time_equal_scikit_learns_TimeSeriesSplit()
    {
        foreach (JsonElement golden in Golden.GetProperty("times").EnumerateArray())
        {
            int different = golden.GetProperty("different").GetInt32();
            Dataset table = Tables.OfTimes(
                [.. Enumerable.Range(0, golden.GetProperty("rows").GetInt32()).Select(row => ((row * 7919) + 13) % different)]);
            var plan = new KFold(golden.GetProperty("folds").GetInt32(), Repeats: 3, Stratified: true) { KeepDuplicatesTogether = true };
            IReadOnlyList<Split> splits = plan.Split(table);

            Assert.Equal(golden.GetProperty("expected").GetString(), Brief(splits));
            Assert.Equal(plan.Folds, splits.Count);
            Assert.Equal(plan.Folds, plan.CountOn(table));
        }
    }

    [Fact]
    public void Folds_and_sides_of_groups_equal_those_of_scikit_learn()
    {
        foreach (JsonElement golden in Golden.GetProperty("groups").EnumerateArray())
        {
            int different = golden.GetProperty("different").GetInt32();
            uint seed = golden.GetProperty("seed").GetUInt32();
            int[] column =
                [.. Enumerable.Range(0, golden.GetProperty("rows").GetInt32()).Select(row => ((row * row) + (3 * row)) % 1009 % different)];
            Dataset table = Tables.OfGroups([.. column.Select(group => Array.IndexOf([.. column.Distinct()], group))]);
            SplitPlan plan = golden.TryGetProperty("fraction", out JsonElement fraction)
                ? new HoldOut(fraction.GetDouble(), seed)
                : new KFold(golden.GetProperty("folds").GetInt32(), golden.GetProperty("repeats").GetInt32(), seed);

            // GroupShuffleSplit puts the rows of a side in ascending order.
            Assert.Equal(golden.GetProperty("expected").GetString(), Brief(plan.Split(table).Select(split => split with
            {
                TrainRows = [.. split.TrainRows.Order()],
                TestRows = [.. split.TestRows.Order()],
            })));
        }
    }

    [Fact]
    public void The_documents_iris_test_rows_are_those_of_train_test_split_42()
    {
        Dataset iris = DatasetCatalog.Read(RepositoryFiles.Catalog).Load("iris");
        Split split = Assert.Single(new HoldOut(0.2, 42).Split(iris));
        Assert.Equal([73, 18, 118, 78, 76, 31, 64, 141, 68, 82], split.TestRows[..10]);
        Assert.Equal(30, split.TestRows.Length);
        Assert.Equal(120, split.TrainRows.Length);
    }

    private static SplitPlan Plan(JsonElement golden)
    {
        uint seed = golden.GetProperty("seed").GetUInt32();
        bool stratified = golden.GetProperty("stratified").GetBoolean();
        return golden.GetProperty("kind").GetString() == "hold_out"
            ? new HoldOut(golden.GetProperty("fraction").GetDouble(), seed, stratified)
            {
                TrainRows = golden.TryGetProperty("train", out JsonElement train) ? train.GetInt32() : null,
            }
            : new KFold(
                golden.GetProperty("folds").GetInt32(), golden.GetProperty("repeats").GetInt32(), seed, stratified,
                golden.GetProperty("shuffle").GetBoolean());
    }

    /// <summary>The table that splits.py makes for the same shares.</summary>
    private static Dataset Synthetic(JsonElement golden)
    {
        int[] shares =
            [.. Golden.GetProperty("balances").GetProperty(golden.GetProperty("balance").GetString()!).EnumerateArray()
                .Select(share => share.GetInt32())];
        int[] labels = new int[golden.GetProperty("rows").GetInt32()];
        for (int row = 0; row < labels.Length; row++)
        {
            int place = ((row * 7919) + 13) % 1000;
            int sum = 0;
            labels[row] = Array.FindIndex(shares, share => place < (sum += share));
        }

        return Tables.OfLabels(labels);
    }

    private static string Brief(IEnumerable<Split> splits) =>
        Brief(string.Join(';', splits.Select(split => $"{string.Join(',', split.TrainRows)}|{string.Join(',', split.TestRows)}")));

    private static string Brief(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
