using FrameworkBench.Asking.Recognition;
using FrameworkBench.Keeping;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Keeping;

/// <summary>
/// A kept model predicts what the engine predicted that fitted it, and its export what it predicts: on a few small tables, or on those
/// that the variable FRAMEWORKBENCH_KEPT_TABLES names; <c>all</c> is every table of the catalog.
/// </summary>
public sealed class ModelKeeperTests
{
    private static readonly string[] FewTables = ["credit_g", "penguins_na", "windsor_houses"];

    public static TheoryData<string, string> Fits =>
        new MatrixTheoryData<string, string>(
            Environment.GetEnvironmentVariable("FRAMEWORKBENCH_KEPT_TABLES")?.Split(' ') switch
            {
                null => FewTables,
                ["all"] => [.. KeptFits.Tables],
                var named => named,
            },
            KeptFits.Models);

    [Theory]
    [MemberData(nameof(Fits))]
    public void A_kept_model_predicts_what_its_engine_predicted_and_ONNX_Runtime_too(string name, string model) =>
        Agree(KeptFits.TableOf(name), model);

    [Fact]
    public void A_bag_is_the_mean_of_its_fits_each_with_its_own_preparation() =>
        Assert.Equal(5, Agree(KeptFits.TableOf("windsor_houses"), "boosted-strong", bagged: true).Members.Count);

    [Fact]
    public void Where_a_model_comes_from_is_kept_with_it()
    {
        UnderstoodTable table = KeptFits.TableOf("penguins_na");

        (KeptModel kept, _) = KeptFits.Keep(table, "linear");

        Assert.Equal(("penguins_na", 344, "linear", 3u), (kept.Origin.Table, kept.Origin.Rows, kept.Origin.Model, kept.Origin.Seed));
        Assert.Equal(table.FileChecksum, kept.Origin.Checksum);
        Assert.Equal(["Adelie", "Chinstrap", "Gentoo"], kept.Classes);
        Assert.Equal(new ExpectedScore("accuracy", 0.5, 0.5, 0.5), kept.Origin.Score);
    }

    private static KeptModel Agree(UnderstoodTable table, string model, bool bagged = false)
    {
        (KeptModel kept, Predictions engine) = KeptFits.Keep(table, model, bagged);

        Assert.InRange(Agreement.Of(engine.Values, kept.Predict(table.Dataset.Features)), 0, Agreement.EngineTolerance);
        double apart = Agreement.WithOnnx(kept, Agreement.Perturbed(table.Dataset.Features, kept.Categories));
        TestContext.Current.TestOutputHelper?.WriteLine(
            FormattableString.Invariant($"{table.Dataset.Name} {model}: ONNX Runtime is {apart:E1} apart"));
        Assert.InRange(apart, 0, Agreement.Tolerance);
        return kept;
    }
}
