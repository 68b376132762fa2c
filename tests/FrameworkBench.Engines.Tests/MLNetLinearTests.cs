using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Tests;

/// <summary>ML.NET's linear models, held against the exact solutions of the scratch engine.</summary>
public sealed class MLNetLinearTests(MLNetLinearTests.Engine engine, MLNetLinearTests.Scratch scratch)
    : IClassFixture<MLNetLinearTests.Engine>, IClassFixture<MLNetLinearTests.Scratch>
{
    public static TheoryData<string, double> Tables => new()
    {
        { "wdbc", 1 },
        { "wdbc", 100 },
        { "credit_g", 1 },
        { "wine", 1 },
        { "vehicle", 1 },
        { "vehicle", 10 },
        { "diabetes_lars", 1 },
        { "diabetes_lars", 100 },
        { "car_prices", 1 },
        { "concrete", 10 },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task It_reaches_the_optimum_of_the_scratch_engine(string name, double l2)
    {
        Table table = Prepared(name);
        var model = new LinearSpec { L2 = l2 };

        (Reply reply, NpyArray? predictions) = await engine.FitAsync(model, table);
        double[] optimum = (await scratch.FitAsync(model, table)).Predictions!.ToDoubles();

        double[] differences = [.. predictions!.ToDoubles().Zip(optimum, (own, best) => Math.Abs(own - best))];
        Assert.Equal(StopReason.Converged, Assert.IsType<FittedReply>(reply).Stopped);
        Assert.InRange(differences.Max(), 0, 5e-3);
        Assert.InRange(Math.Sqrt(differences.Average(difference => difference * difference)), 0, 5e-4);
    }

    [Fact]
    public async Task The_intercept_is_not_penalized()
    {
        // So strong a penalty leaves no weight, and every row gets the mean.
        var values = new Table(TaskKind.Regression, 0, 1, [-1, 0, 1, 4], [1000, 1001, 1002, 1003], [-7, 9], [0, 0]);
        var classes = new Table(TaskKind.Binary, 2, 1, [-1, 0, 1, 4], [0, 1, 1, 1], [-7, 9], [0, 0]);
        var model = new LinearSpec { L2 = 1e6 };

        Assert.All((await engine.FitAsync(model, values)).Predictions!.ToDoubles(), value => Assert.Equal(1001.5, value, 1e-2));
        double[] shares = (await engine.FitAsync(model, classes)).Predictions!.ToDoubles();
        Assert.InRange(Scores.LargestDifference(shares, [0.25, 0.75, 0.25, 0.75]), 0, 1e-3);
    }

    [Fact]
    public async Task A_solver_that_its_limit_stopped_is_not_reported_as_converged()
    {
        (Reply values, _) = await engine.FitAsync(new LinearSpec { MaxIterations = 3 }, Prepared("diabetes_lars"));
        (Reply classes, _) = await engine.FitAsync(new LinearSpec { MaxIterations = 3 }, Prepared("vehicle"));

        FittedReply fitted = Assert.IsType<FittedReply>(values);
        Assert.Equal((3, StopReason.Completed), (fitted.Epochs, fitted.Stopped));
        Assert.Equal(["ML.NET's SDCA had not closed its duality gap after 3 passes: the optimum may not be reached"], fitted.Notes);
        fitted = Assert.IsType<FittedReply>(classes);
        Assert.Equal((3, StopReason.Completed), (fitted.Epochs, fitted.Stopped));
    }

    [Fact]
    public async Task Rows_of_one_class_only_predict_that_class()
    {
        var clouds = Table.Clouds(2, 40, 1);

        (_, NpyArray? predictions) = await engine.FitAsync(new LinearSpec(), clouds with { TrainY = new double[clouds.TrainY.Length] });

        Scores.AssertProbabilities(predictions);
        Assert.All(predictions!.ToDoubles().Chunk(2), row => Assert.InRange(row[0], 0.99, 1));
    }

    [Fact]
    public async Task Values_without_a_penalty_are_unsupported_by_name()
    {
        (Reply reply, _) = await engine.FitAsync(new LinearSpec { L2 = 0 }, Prepared("diabetes_lars"));

        Assert.Equal("linear l2 below 1.5e-07 for values", Assert.IsType<UnsupportedReply>(reply).Missing);
    }

    [Theory]
    [InlineData("diamonds")]
    [InlineData("letter")]
    public async Task A_fit_is_given_up_between_rows(string name)
    {
        EngineProcess process = engine.Need();
        FitRequest request = engine.Request(new LinearSpec { L2 = 0.01 }, Prepared(name));

        EngineException stopped = await Assert.ThrowsAsync<EngineException>(
            () => process.FitAsync(request, TimeSpan.FromSeconds(1), cancellation: TestContext.Current.CancellationToken));

        Assert.Equal("stopped at its limit of 1 s", stopped.Message);
        Assert.IsType<FittedReply>((await engine.FitAsync(new LinearSpec(), Prepared("wine"))).Reply);
    }

    // Two rows of three train.
    private static Table Prepared(string name)
    {
        Dataset dataset = DatasetCatalog.Read(Path.Combine(RepositoryFiles.Root, "experiments", "datasets", "catalog.yaml")).Load(name);
        int[] train = [.. Enumerable.Range(0, dataset.Rows).Where(row => row % 3 > 0)];
        int[] test = [.. Enumerable.Range(0, dataset.Rows).Where(row => row % 3 == 0)];
        FittedPreparation preparation = new PreparationPlan { Target = TargetScaling.Standardize }.Fit(dataset, train);
        return new Table(
            dataset.Task,
            dataset.ClassNames.Count,
            preparation.Columns.Count,
            preparation.Transform(train).Values,
            Targets(train),
            preparation.Transform(test).Values,
            Targets(test));

        double[] Targets(int[] rows) => dataset.IsClassification
            ? Array.ConvertAll(preparation.Labels(rows), label => (double)label)
            : preparation.Targets(rows);
    }

    public sealed class Engine() : LiveEngine("mlnet");

    public sealed class Scratch() : LiveEngine("scratch");
}
