using FrameworkBench.Scratch.Trees;
using FrameworkBench.Scratch.Trees.Boosting;
using FrameworkBench.Scratch.Trees.Cart;
using FrameworkBench.Scratch.Trees.Forests;

namespace FrameworkBench.Scratch.Tests.Trees;

public sealed class BadInputTests
{
    private static readonly FeatureTable Table = new(new float[] { 1, 2, 3, 4 }, 2);

    [Fact]
    public void Values_that_are_no_whole_rows_are_refused() =>
        Says("5 values are not whole rows of 2 features.", () => new FeatureTable(new float[5], 2));

    [Fact]
    public void Another_number_of_kinds_is_refused() => Says(
        "1 feature kinds were given for 2 features.", () => new FeatureTable(new float[4], 2, [FeatureKind.Numeric]));

    [Fact]
    public void Another_number_of_classes_than_rows_is_refused() =>
        Says("3 classes were given for 2 rows.", () => new ClassificationData(Table, new int[3], 2));

    [Fact]
    public void A_class_out_of_range_is_refused() => Says(
        "Row 1 has class 2; with 2 classes it must be 0 to 1.",
        () => new ClassificationData(Table, new[] { 0, 2 }, 2));

    [Fact]
    public void A_target_that_is_no_number_is_refused() => Says(
        "Row 1 has target NaN; targets must be finite numbers.", () => new RegressionData(Table, new[] { 1, double.NaN }));

    [Fact]
    public void No_rows_are_refused() => Says(
        "There are no rows.", () => new RegressionData(new FeatureTable(Array.Empty<float>(), 2), Array.Empty<double>()));

    [Fact]
    public void A_fraction_is_no_category()
    {
        var table = new FeatureTable(new[] { 1, 1.5f }, 1, [FeatureKind.Categorical]);
        const string Message =
            "Row 1, categorical feature 0: 1.5 is not a category code; codes are whole numbers from 0 to 65534, and NaN where missing.";
        var data = new RegressionData(table, new double[2]);
        Says(Message, () => BoostedTrees.Fit(data, new()));
        Says(Message, () => RandomForest.Fit(data, new()));
        Says(Message, () => DecisionTree.Fit(data, new()));
    }

    [Fact]
    public void Options_out_of_range_are_named()
    {
        var data = new RegressionData(Table, new double[2]);
        Says("LearningRate is 0; it must be a finite number above 0.", () => BoostedTrees.Fit(data, new() { LearningRate = 0 }));
        Says("MaxLeaves is 1; it must be at least 2, or null for no limit.", () => BoostedTrees.Fit(data, new() { MaxLeaves = 1 }));
        Says("MaxBins is 256; it must be 2 to 255.", () => BoostedTrees.Fit(data, new() { MaxBins = 256 }));
        Says("Subsample is 1.5; it must be above 0 and at most 1.", () => BoostedTrees.Fit(data, new() { Subsample = 1.5 }));
        Says("Trees is 0; it must be at least 1.", () => RandomForest.Fit(data, new() { Trees = 0 }));
        Says(
            "MaxFeatures is 3; it must be 1 to 2, the number of features, or null for all.",
            () => DecisionTree.Fit(data, new() { MaxFeatures = 3 }));
        Says("MinSamplesSplit is 1; it must be at least 2.", () => DecisionTree.Fit(data, new() { MinSamplesSplit = 1 }));
    }

    [Fact]
    public void Early_stopping_without_validation_rows_is_refused() => Says(
        "Early stopping needs validation rows.",
        () => BoostedTrees.Fit(new RegressionData(Table, new double[2]), new() { EarlyStoppingPatience = 3 }));

    [Fact]
    public void Other_numbers_of_features_than_in_training_are_refused()
    {
        var data = new RegressionData(Table, new double[2]);
        var wide = new FeatureTable(new float[3], 3);
        const string Message = "A row has 3 features; the model was trained on 2.";
        Says(Message, () => BoostedTrees.Fit(data, new()).Predict(wide));
        Says(Message, () => RandomForest.Fit(data, new()).Predict(wide));
        Says(Message, () => DecisionTree.Fit(data, new()).Predict(wide));
        Says(
            "The validation rows have 3 features, the training rows 2.",
            () => BoostedTrees.Fit(data, new(), new RegressionData(wide, new double[1])));
    }

    [Fact]
    public void A_destination_of_another_length_is_refused()
    {
        var model = BoostedTrees.Fit(new ClassificationData(Table, new[] { 0, 1 }, 2), new());
        Says("A prediction has 2 numbers, the destination 1.", () =>
        {
            model.Predict(Table.Row(0), new double[1]);
            return 0;
        });
    }

    private static void Says(string message, Func<object> action)
    {
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(action);
        Assert.Equal(message, exception.Message.Split(" (Parameter")[0]);
    }
}
