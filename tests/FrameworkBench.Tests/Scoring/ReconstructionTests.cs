using System.Text.Json;
using FrameworkBench.Scoring;

namespace FrameworkBench.Tests.Scoring;

/// <summary>Scores of reconstructions and of codes equal scikit-learn's; tests/fixtures/components.py made the golden file.</summary>
public sealed class ReconstructionTests
{
    private static readonly Dictionary<string, JsonElement> Golden =
        JsonDocument.Parse(File.ReadAllText(RepositoryFiles.Fixture("components", "components.json")))
        .RootElement.GetProperty("cases").EnumerateArray().ToDictionary(item => item.GetProperty("name").GetString()!);

    public static TheoryData<string> Cases => [.. Golden.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reconstructions_score_as_in_scikit_learn(string name)
    {
        JsonElement golden = Golden[name];

        Scores scores = Scorer.Reconstruction(Numbers(golden, "test"), Numbers(golden, "reconstruction"), Numbers(golden, "means").Length);

        Assert.Equal(golden.GetProperty("reconstruction_error").GetDouble(), scores["reconstruction_error"]!.Value, 1e-12);
        Assert.Equal(golden.GetProperty("explained_variance").GetDouble(), scores["explained_variance"]!.Value, 1e-12);
        Assert.Null(scores["code_accuracy"]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_nearest_codes_tell_as_many_classes_as_in_scikit_learn(string name)
    {
        JsonElement golden = Golden[name];

        double accuracy =
            NeighborVote.Accuracy(
                Numbers(golden, "known"), Labels(golden, "labels"), Numbers(golden, "codes"), Labels(golden, "true"),
                golden.GetProperty("components").GetInt32());

        Assert.Equal(golden.GetProperty("code_accuracy").GetDouble(), accuracy, 1e-12);
    }

    [Fact]
    public void Of_equally_near_rows_the_first_votes_and_of_equal_votes_the_smaller_class_wins()
    {
        // Around 0 lie two rows of class 1 at a distance of 1, then two of class 0 at 2; the fifth, of class 2, is not the nearest of its
        // distance.
        double[] known = [1, -1, 2, -2, 3, -3];
        int[] labels = [1, 1, 0, 0, 2, 1];

        Assert.Equal(1, NeighborVote.Accuracy(known, labels, [0], [0], columns: 1));
        Assert.Equal(1, NeighborVote.Accuracy(known, labels, [0], [1], columns: 1, neighbors: 3));
        Assert.Equal(1, NeighborVote.Accuracy(known, labels, [0], [1], columns: 1, neighbors: 100));
    }

    [Fact]
    public void Where_nothing_varies_no_variance_is_explained()
    {
        Scores scores = Scorer.Reconstruction([3, 5, 3, 5], [3, 5, 3, 6], columns: 2, codeAccuracy: 0.5);

        Assert.Equal((0.25, null, 0.5), (scores["reconstruction_error"], scores["explained_variance"], scores["code_accuracy"]));
    }

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Scorer.Reconstruction([1, 2, 3], [1, 2, 3], columns: 2));
        Assert.Throws<ArgumentException>(() => Scorer.Reconstruction([1, 2], [1, double.NaN], columns: 2));
        Assert.Throws<ArgumentException>(() => NeighborVote.Accuracy([1, 2, 3], [0, 1], [1], [0], columns: 2));
    }

    private static double[] Numbers(JsonElement golden, string name) =>
        [.. golden.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];

    private static int[] Labels(JsonElement golden, string name) =>
        [.. golden.GetProperty(name).EnumerateArray().Select(number => number.GetInt32())];
}
