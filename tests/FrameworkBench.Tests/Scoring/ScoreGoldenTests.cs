using System.Text.Json;
using FrameworkBench.Scoring;

namespace FrameworkBench.Tests.Scoring;

/// <summary>Scores equal scikit-learn's, and the calibration error NumPy's; tests/fixtures/scores.py made the golden file.</summary>
public sealed class ScoreGoldenTests
{
    private static readonly JsonElement Golden =
        JsonDocument.Parse(File.ReadAllText(RepositoryFiles.Fixture("scores", "scores.json"))).RootElement;

    public static TheoryData<string> Classifications =>
        [.. Golden.GetProperty("classification").EnumerateObject().Select(item => item.Name)];

    public static TheoryData<string> Regressions => [.. Golden.GetProperty("regression").EnumerateObject().Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Classifications))]
    public void Classifications_score_as_in_scikit_learn(string name)
    {
        JsonElement golden = Golden.GetProperty("classification").GetProperty(name);
        Scores scores = Score(golden);
        AssertScores(golden.GetProperty("scores"), scores);

        JsonElement[] classes = [.. golden.GetProperty("classes").EnumerateArray()];
        for (int label = 0; label < classes.Length; label++)
        {
            double[] expected = Numbers(classes[label]);
            ClassScore found = scores.Report!.Classes[label];
            AssertNear(expected, [found.Precision, found.Recall, found.F1, found.Support]);
            double[] counts = Numbers(golden.GetProperty("confusion")[label]);
            Assert.Equal(counts, Enumerable.Range(0, classes.Length).Select(predicted => (double)scores.Confusion![label, predicted]));
        }

        AssertNear(
            Numbers(golden.GetProperty("macro")),
            [scores.Report!.MacroAverage.Precision, scores.Report.MacroAverage.Recall, scores.Report.MacroAverage.F1]);
        AssertNear(
            Numbers(golden.GetProperty("weighted")),
            [scores.Report.WeightedAverage.Precision, scores.Report.WeightedAverage.Recall, scores.Report.WeightedAverage.F1]);
    }

    [Theory]
    [MemberData(nameof(Regressions))]
    public void Regressions_score_as_in_scikit_learn(string name)
    {
        JsonElement golden = Golden.GetProperty("regression").GetProperty(name);
        AssertScores(
            golden.GetProperty("scores"),
            Scorer.Regression(Numbers(golden.GetProperty("values")), Numbers(golden.GetProperty("predicted"))));
    }

    private static Scores Score(JsonElement golden)
    {
        int[] labels = [.. golden.GetProperty("labels").EnumerateArray().Select(label => label.GetInt32())];
        double[] probabilities = [.. golden.GetProperty("probabilities").EnumerateArray().SelectMany(Numbers)];
        return Scorer.Classification(
            labels, probabilities, [.. Enumerable.Range(0, probabilities.Length / labels.Length).Select(label => $"c{label}")]);
    }

    private static void AssertScores(JsonElement golden, Scores found)
    {
        (string Name, double Value)[] expected =
            [.. golden.EnumerateObject().Where(item => item.Value.ValueKind != JsonValueKind.Null)
                .Select(item => (item.Name, item.Value.GetDouble()))];
        Assert.Equal(expected.Select(item => item.Name), found.Values.Keys);
        AssertNear([.. expected.Select(item => item.Value)], [.. found.Values.Values]);
    }

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(value => value.GetDouble())];

    private static void AssertNear(double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.True(
                Math.Abs(expected[i] - found[i]) <= 1e-12 * Math.Max(1, Math.Abs(expected[i])),
                $"expected {expected[i]:R}, found {found[i]:R} at {i}");
    }
}
