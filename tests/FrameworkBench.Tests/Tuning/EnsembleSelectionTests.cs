using System.Text.Json;
using FrameworkBench.Datasets;
using FrameworkBench.Scoring;
using FrameworkBench.Tests.Trials.Combining;
using FrameworkBench.Tuning;

namespace FrameworkBench.Tests.Tuning;

/// <summary>Ensembles equal those of an independent program; tests/fixtures/bags.py made the golden file.</summary>
public sealed class EnsembleSelectionTests
{
    private static readonly JsonElement Golden =
        JsonDocument.Parse(File.ReadAllText(RepositoryFiles.Fixture("bags", "bags.json"))).RootElement;

    [Fact]
    public void Classes_are_selected_by_log_loss()
    {
        JsonElement golden = Golden.GetProperty("ensembles").GetProperty("classes");
        int[] labels = [.. Numbers(golden.GetProperty("truth")).Select(label => (int)label)];
        Dataset table = Table(labels.Length) with
        {
            Task = FrameworkBench.Protocol.Messages.TaskKind.Multiclass,
            ClassNames = ["a", "b", "c"],
            Labels = labels,
        };

        Check(golden, table);
    }

    [Fact]
    public void Values_are_selected_by_RMSE()
    {
        JsonElement golden = Golden.GetProperty("ensembles").GetProperty("values");
        double[] values = Numbers(golden.GetProperty("truth"));

        Check(golden, Table(values.Length) with { Values = values });
    }

    [Fact]
    public void The_best_prefix_counts_and_of_equal_ones_the_shortest_and_the_first_model()
    {
        double[][] models = [[1, 1], [0, 0], [0, 0]];

        Assert.Equal([0, 1, 0], EnsembleSelection.Counts(models, mean => mean.Sum(Math.Abs), steps: 9));
        Assert.Equal([1, 1, 0], EnsembleSelection.Counts(models, mean => mean.Sum(value => Math.Abs(value - 0.5)), steps: 9));
        Assert.Equal([1, 2, 0], EnsembleSelection.Counts(models, mean => mean.Sum(value => Math.Abs(value - 0.3)), steps: 3));
    }

    [Fact]
    public void The_loss_of_votes_is_the_share_of_wrong_ones()
    {
        Dataset table = BagPlans.Table([0, 1, 2, 3], 1, [0, 1, 1, 0], isClassification: true);

        Assert.Equal(0.25, ChoiceLoss.On(table, [0, 1, 2, 3], hardLabels: true)([1, 0, 0.4, 0.6, 1, 0, 0.8, 0.2]));
        Scores scores = Scorer.Classification([0, 1, 1, 0], [1, 0, 0, 1, 1, 0, 1, 0], table.ClassNames, hardLabels: true);
        Assert.Equal(0.25, ChoiceLoss.Of(scores, table.Task));
    }

    private static void Check(JsonElement golden, Dataset table)
    {
        double[][] candidates = [.. golden.GetProperty("candidates").EnumerateArray().Select(Numbers)];
        Func<double[], double> loss = ChoiceLoss.On(table, [.. Enumerable.Range(0, table.Rows)], hardLabels: false);

        int[] counts = EnsembleSelection.Counts(candidates, loss, Golden.GetProperty("steps").GetInt32());

        Assert.Equal(golden.GetProperty("counts").EnumerateArray().Select(count => count.GetInt32()), counts);
        double[] mean =
            [.. Enumerable.Range(0, candidates[0].Length)
                .Select(i => candidates.Zip(counts, (one, count) => one[i] * count).Sum() / counts.Sum())];
        Assert.Equal(golden.GetProperty("loss").GetDouble(), loss(mean), 1e-12);
    }

    private static Dataset Table(int rows) =>
        BagPlans.Table([.. Enumerable.Range(0, rows).Select(row => (double)row)], 1, new double[rows], isClassification: false);

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetDouble())];
}
