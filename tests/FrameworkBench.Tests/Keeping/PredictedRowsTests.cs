using FrameworkBench.Asking.Recognition;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation.Kept;
using FrameworkBench.Keeping;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.FittedModels;
using FrameworkBench.Protocol.FittedModels.Steps;

namespace FrameworkBench.Tests.Keeping;

/// <summary>Predictions as a table.</summary>
public sealed class PredictedRowsTests
{
    private static readonly KeptOrigin Origin = new("t", "", 1, 0, "constant", "scratch", "0", new ExpectedScore("r2", 0, 0, 0));

    [Fact]
    public void Values_are_a_column_with_the_name_of_the_target() =>
        Assert.Equal("price\n-1.5\n-1.5\n", Predict([], [-1.5], [2, 4]).Csv());

    [Fact]
    public void Classes_have_their_probabilities_beside_them() =>
        Assert.Equal(
            "price,probability of no,probability of yes\nyes,0.25,0.75\nyes,0.25,0.75\n",
            Predict(["no", "yes"], [0.25, 0.75], [0, 1]).Csv());

    [Theory]
    [InlineData("+", "+")]
    [InlineData("=1+1", "'=1+1")]
    public void A_class_of_one_sign_stays_what_it_is_and_a_formula_begins_with_an_apostrophe(string name, string written) =>
        Assert.StartsWith($"{written},0.75,", Predict([name, "no"], [0.75, 0.25], null).Csv().Split('\n')[1], StringComparison.Ordinal);

    [Fact]
    public void Rows_whose_target_is_known_are_scored()
    {
        Assert.Equal(1, Predict([], [3], [2, double.NaN]).Score()!["rmse"]);
        Assert.Equal(0.5, Predict(["no", "yes"], [0.25, 0.75], [0, 1]).Score()!["accuracy"]);
        Assert.Null(Predict([], [3], null).Score());
        Assert.Null(Predict([], [3], [double.NaN, double.NaN]).Score());
    }

    private static PredictedRows Predict(string[] classes, double[] constant, double[]? targets)
    {
        KeptColumn target = new("price", classes.Length > 0 ? ColumnReading.Category : default)
        {
            Categories = classes,
        };
        var member = new KeptMember(
            new KeptPreparation([new NumberPart(0, 0, 0, 1)]),
            FittedModel.Of(1, new ConstantStep(NpyArray.Vector(constant))), 0, 1);
        var model = new KeptModel(target, [new KeptColumn("x", default)], [member], Origin);
        return PredictedRows.Of(model, new NewRows(new FeatureMatrix(2, 1, [1, 2]), targets, []));
    }
}
