using FrameworkBench.Asking.Recognition;
using FrameworkBench.Keeping;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Keeping;

/// <summary>A kept model predicts what the engine predicted that fitted it.</summary>
public sealed class ModelKeeperTests
{
    public static TheoryData<string, string> Fits =>
        new MatrixTheoryData<string, string>(["penguins_na", "windsor_houses", "titanic"], KeptFits.Models);

    [Theory]
    [MemberData(nameof(Fits))]
    public void A_kept_model_predicts_what_its_engine_predicted(string name, string model)
    {
        UnderstoodTable table = KeptFits.Table(KeptFits.PathOf(name));

        (KeptModel kept, Predictions engine) = KeptFits.Keep(table, model);

        Near(engine.Values, kept.Predict(table.Dataset.Features));
    }

    [Theory]
    [InlineData("realmlp")]
    [InlineData("boosted-strong")]
    public void A_bag_is_the_mean_of_its_fits_each_with_its_own_preparation(string model)
    {
        UnderstoodTable table = KeptFits.Table(KeptFits.PathOf("windsor_houses"));

        (KeptModel kept, Predictions engine) = KeptFits.Keep(table, model, bagged: true);

        Assert.Equal(5, kept.Members.Count);
        Near(engine.Values, kept.Predict(table.Dataset.Features));
    }

    [Fact]
    public void Where_a_model_comes_from_is_kept_with_it()
    {
        UnderstoodTable table = KeptFits.Table(KeptFits.PathOf("penguins_na"));

        (KeptModel kept, _) = KeptFits.Keep(table, "linear");

        Assert.Equal(("penguins_na", 344, "linear", 3u), (kept.Origin.Table, kept.Origin.Rows, kept.Origin.Model, kept.Origin.Seed));
        Assert.Equal(table.FileChecksum, kept.Origin.Checksum);
        Assert.Equal(["Adelie", "Chinstrap", "Gentoo"], kept.Classes);
        Assert.Equal(new ExpectedScore("accuracy", 0.5, 0.5, 0.5), kept.Origin.Score);
    }

    // An engine computes in float32.
    private static void Near(double[] expected, double[] found)
    {
        double spread = Math.Max(1, expected.Max() - expected.Min());
        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Zip(found), pair => Assert.InRange(Math.Abs(pair.First - pair.Second) / spread, 0, 1e-5));
    }
}
