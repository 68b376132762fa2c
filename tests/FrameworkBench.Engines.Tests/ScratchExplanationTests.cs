using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Tests;

/// <summary>What the scratch engine's trees say of themselves.</summary>
public sealed class ScratchExplanationTests(ScratchExplanationTests.Engine engine) : IClassFixture<ScratchExplanationTests.Engine>
{
    public static TheoryData<string> Tables => ["clouds", "product", "codes"];

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Following_the_questions_leads_to_what_the_tree_predicts(string name)
    {
        Table table = Of(name);
        (FittedReply reply, NpyArray predictions) = await Explain(new TreeSpec { MaxDepth = 4 }, table);
        IReadOnlyList<DecisionNode> tree = reply.Explanation!.Tree!;
        double[] inputs = table.ValidationX!, predicted = predictions.ToDoubles();

        Assert.True(tree.Count > 6, $"the tree has {tree.Count} nodes");
        for (int row = 0; row < predictions.Rows; row++)
        {
            double[] answer = [.. Answer(tree, inputs.AsSpan(row * table.Features, table.Features)).Value];
            Assert.All(answer.Zip(predicted[(row * answer.Length)..]), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Rows_part_at_each_question_and_gains_are_the_importance(string name)
    {
        Table table = Of(name);
        (FittedReply reply, _) = await Explain(new TreeSpec { MaxDepth = 4 }, table);
        IReadOnlyList<DecisionNode> tree = reply.Explanation!.Tree!;

        DecisionNode[] questions = [.. tree.Where(node => node.Feature is not null)];
        Assert.Equal(table.TrainY.Length, tree[0].Rows);
        Assert.All(questions, node => Assert.Equal(node.Rows, tree[node.Left!.Value].Rows + tree[node.Right!.Value].Rows));
        double all = questions.Sum(node => node.Gain);
        Assert.All(Enumerable.Range(0, table.Features), feature => Assert.Equal(
            reply.Explanation.Importance![feature], questions.Where(node => node.Feature == feature).Sum(node => node.Gain) / all, 1e-9));
    }

    [Fact]
    public async Task Forests_and_boosting_report_their_shares_and_no_tree_and_only_on_request()
    {
        ModelSpec[] models = [new ForestSpec { Trees = 10 }, new BoostedTreesSpec { Rounds = 10, MinSamplesLeaf = 3 }];
        foreach (ModelSpec model in models)
        {
            (FittedReply reply, _) = await Explain(model, Of("clouds"));
            Assert.Equal(1, reply.Explanation!.Importance!.Sum(), 1e-9);
            Assert.Null(reply.Explanation.Tree);
        }

        (Reply unasked, _) = await engine.FitAsync(new TreeSpec(), Of("clouds"));
        Assert.Null(Assert.IsType<FittedReply>(unasked).Explanation);
    }

    private static DecisionNode Answer(IReadOnlyList<DecisionNode> tree, ReadOnlySpan<double> row)
    {
        DecisionNode node = tree[0];
        while (node.Feature is int feature)
        {
            double value = row[feature];
            bool left = double.IsNaN(value) ? node.MissingLeft!.Value
                : node.Threshold is double threshold ? value <= threshold
                : node.Categories!.Contains((int)value);
            node = tree[(left ? node.Left : node.Right)!.Value];
        }

        return node;
    }

    private static Table Of(string name) => name switch
    {
        "clouds" => Table.Clouds(3, 90, 2.5),
        "product" => Table.Product(120),
        _ => Codes(),
    };

    // The class follows from the code, not by its order, and from missing numbers.
    private static Table Codes()
    {
        var random = new Random(3);
        (double[] X, double[] Y) Draw(int count)
        {
            double[] x =
            [
                .. Enumerable.Range(0, count)
                    .SelectMany(row => new[] { row % 7 == 0 ? double.NaN : random.NextDouble(), random.Next(6) }),
            ];
            return (x, [.. x.Chunk(2).Select(row => (double.IsNaN(row[0]) || row[0] > 0.6) ^ ((int)row[1] is 1 or 4) ? 1.0 : 0)]);
        }

        (double[] trainX, double[] trainY) = Draw(140);
        (double[] testX, double[] testY) = Draw(60);
        return new Table(TaskKind.Binary, 2, 2, trainX, trainY, testX, testY)
        {
            Columns = [new FeatureColumn("number"), new FeatureColumn("code", 6)],
        };
    }

    private async Task<(FittedReply Reply, NpyArray Predictions)> Explain(ModelSpec model, Table table)
    {
        (Reply reply, NpyArray? predictions) = await engine.FitAsync(model, table, explain: true);
        return (Assert.IsType<FittedReply>(reply), predictions!);
    }

    public sealed class Engine() : LiveEngine("scratch");
}
