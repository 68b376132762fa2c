using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Engines;
using FrameworkBench.Engines.Parity;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Protocol.Models.Tabular;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Engines.Parity;

/// <summary>Parity agrees with an engine that does the same work, and finds each way in which one does not.</summary>
public sealed class ParityTests : IAsyncLifetime
{
    private const string Other = "other";

    private readonly string folder = Directory.CreateTempSubdirectory("frameworkbench-parity-tests-").FullName;
    private HelloReply hello = null!;

    public async ValueTask InitializeAsync()
    {
        await using var process = EngineProcess.Start(BuiltEngine.Command("FrameworkBench.Engines.Scratch"), Placement.Anywhere);
        hello = await process.HelloAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_same_work_agrees_in_both_float_widths_and_exactly_in_64_bits()
    {
        await using var sessions = new TamperedSessions(Other, folder);

        IReadOnlyList<ParityRow> rows =
            [.. await TrainAsync(sessions, Dropping()), .. await StepAsync(sessions, Dropping()), .. await EchoAsync(sessions)];

        Assert.Equal(12, rows.Count);
        Assert.All(rows, row => Assert.Equal((ParityVerdict.Agrees, (string?)null), (row.Verdict, row.Reason)));
        Assert.Equal(0, Row([.. rows.Where(row => row.Check == ParityCheck.Training)], Precision.Float64).PredictionDifference);
    }

    [Fact]
    public async Task A_rate_that_is_a_thousandth_too_large_is_found_in_the_training_and_in_the_step()
    {
        await using var sessions = new TamperedSessions(Other, folder)
        {
            Network = (network, _) => network with { Train = network.Train with { LearningRate = 1.001 * network.Train.LearningRate } },
        };

        Assert.All(Precisions(await TrainAsync(sessions, ParityPlans.Network())), row => Assert.Equal(ParityVerdict.Differs, row.Verdict));
        Assert.All(Precisions(await StepAsync(sessions, ParityPlans.Network())), row => Assert.Equal(ParityVerdict.Differs, row.Verdict));
    }

    [Fact]
    public async Task Final_probabilities_are_judged_where_the_losses_agree()
    {
        // Left on at inference, dropout changes no loss on the way.
        await using var sessions = new TamperedSessions(Other, folder)
        {
            Network = (network, _) => network with { DropoutAtInference = true },
        };

        ParityRow row = Row(await TrainAsync(sessions, Dropping()), Precision.Float64);

        Assert.Equal((0.0, ParityVerdict.Differs), (row.LossDifference, row.Verdict));
        Assert.True(row.PredictionDifference > 1e-2, $"{row.PredictionDifference}");
    }

    [Fact]
    public async Task Running_statistics_that_are_weighed_otherwise_are_found_at_inference()
    {
        await using var sessions = new TamperedSessions(Other, folder)
        {
            Network = (network, _) => network with
            {
                Layers = [.. network.Layers.Select(layer => layer is BatchNormLayer norm ? norm with { Momentum = 0.101 } : layer)],
            },
        };
        NetworkSpec network = ParityPlans.Network(new BatchNormLayer());

        ParityRow row = Row(await TrainAsync(sessions, network with
        {
            Train = network.Train with { Optimizer = Optimizer.Momentum },
        }), Precision.Float32);

        Assert.True(row.LossDifference < 1e-5, $"{row.LossDifference}");
        Assert.Equal(ParityVerdict.Differs, row.Verdict);
    }

    [Fact]
    public async Task A_decay_of_a_network_for_tables_that_is_a_hundredth_too_large_is_found()
    {
        RealMlpSpec realMlp = new RealMlpSpec { Hidden = [8], Epochs = 8, BatchSize = 7 }.For(TaskKind.Regression);
        await using var same = new TamperedSessions(Other, Path.Combine(folder, "same"));
        await using var sessions = new TamperedSessions(Other, Path.Combine(folder, "other"))
        {
            RealMlp = network => network with { WeightDecay = 1.01 * network.WeightDecay },
        };

        Assert.All(Precisions(await TrainAsync(same, realMlp)), row => Assert.Equal(ParityVerdict.Agrees, row.Verdict));
        Assert.All(Precisions(await TrainAsync(sessions, realMlp)), row => Assert.Equal(ParityVerdict.Differs, row.Verdict));
    }

    [Fact]
    public async Task A_unit_too_much_in_the_masks_is_found()
    {
        await using var sessions = new TamperedSessions(Other, folder) { Files = WithOneMoreUnit };

        ParityRow row = Row(await TrainAsync(sessions, Dropping()), Precision.Float32);

        Assert.Equal(ParityVerdict.Differs, row.Verdict);

        InputFiles WithOneMoreUnit(PlannedTrial planned, InputFiles files)
        {
            ParityStart start = StartOf(planned, files);
            int[] keeps = start.DropoutMasks[0].ToIntegers();
            keeps[Array.IndexOf(keeps, 0)] = 1;
            return Started(planned.Input, start, "masks");
        }
    }

    [Fact]
    public async Task An_own_Adam_is_held_to_its_own_definition_in_the_native_step_alone()
    {
        await using var sessions = new TamperedSessions("sklearn", folder)
        {
            Network = (network, native) => native ? network with
            {
                Train = network.Train with { Epsilon = network.Train.Epsilon / Math.Sqrt(1 - network.Train.Beta2) },
            } : network,
        };
        NetworkSpec network = ParityPlans.Network() with { Train = ParityPlans.Network().Train with { Epsilon = 1e-4 } };

        ParityRow step = Row(await StepAsync(sessions, network, "sklearn"), Precision.Float64, "sklearn");

        Assert.Equal((ParityVerdict.Agrees, "ε before the bias correction"), (step.Verdict, step.OwnDefinition));
        Assert.True(step.DefinitionDifference > 1e-4, $"{step.DefinitionDifference}");
        Assert.Equal(ParityVerdict.Agrees, Row(await TrainAsync(sessions, network, "sklearn"), Precision.Float64, "sklearn").Verdict);
    }

    [Fact]
    public async Task The_specifications_Adam_under_the_name_of_a_framework_of_another_is_found_in_the_native_step()
    {
        await using var sessions = new TamperedSessions(Other, folder);

        ParityRow row = Row(await StepAsync(sessions, ParityPlans.Network(), "sklearn"), Precision.Float64, "sklearn");

        Assert.Equal(ParityVerdict.Differs, row.Verdict);
        Assert.Equal(row.DefinitionDifference!.Value, row.PredictionDifference!.Value, 1e-12);
    }

    [Fact]
    public async Task A_curve_by_an_own_definition_that_no_parity_replaces_differs_by_definition()
    {
        await using var sessions = new TamperedSessions("keras-net", folder)
        {
            Network = (network, _) => network with { Train = network.Train with { Epsilon = 1e-4 } },
        };

        ParityRow row = Row(await TrainAsync(sessions, ParityPlans.Network(), "keras-net"), Precision.Float64, "keras-net");

        Assert.Equal((ParityVerdict.DiffersByDefinition, "ε before the bias correction"), (row.Verdict, row.OwnDefinition));
    }

    [Theory]
    [InlineData(InputScaling.MinMax)]
    [InlineData(InputScaling.Raw)]
    public async Task Numbers_that_are_prepared_otherwise_do_not_pass_for_those_of_the_harness(InputScaling scaling)
    {
        await using var sessions = new TamperedSessions(Other, folder)
        {
            Files = (planned, files) => Started(planned.Input with
            {
                Preparation = planned.Input.Preparation with { Inputs = scaling },
            }, StartOf(planned, files), "prepared"),
        };

        Assert.All(Precisions(await EchoAsync(sessions)), row => Assert.Equal(ParityVerdict.Differs, row.Verdict));
    }

    [Fact]
    public async Task Rows_in_another_order_do_not_pass_for_those_of_the_harness()
    {
        await using var sessions = new TamperedSessions(Other, folder)
        {
            Files = (planned, files) => Started(planned.Input with
            {
                Split = planned.Input.Split with { TestRows = [.. planned.Input.Split.TestRows.Reverse()] },
            }, StartOf(planned, files), "order"),
        };

        Assert.Equal(ParityVerdict.Differs, Row(await EchoAsync(sessions), Precision.Float64).Verdict);
    }

    [Fact]
    public async Task An_engine_without_the_capabilities_is_not_supported_and_says_which_it_lacks()
    {
        await using var sessions = new TamperedSessions(Other, folder);
        HelloReply older = hello with { Capabilities = hello.Capabilities with { DropoutMasks = false, Native = false } };

        ParityRow training = Row(await TrainAsync(sessions, Dropping(), Other, older), Precision.Float32);
        ParityRow step = Row(await StepAsync(sessions, ParityPlans.Network(), Other, older), Precision.Float32);

        Assert.Equal((ParityVerdict.NotSupported, "given dropout masks"), (training.Verdict, training.Reason));
        Assert.Equal((ParityVerdict.NotSupported, "a native step from given weights"), (step.Verdict, step.Reason));
    }

    private static NetworkSpec Dropping() => ParityPlans.Network(new DropoutLayer { Rate = 0.4 });

    private static ParityStart StartOf(PlannedTrial planned, InputFiles files) => ParityFits.StartOf(
        (NetworkSpec)planned.Model, files.Preparation.Columns.Count, planned.Input.Split.TrainRows.Length, planned.Input.Precision);

    private static ParityRow Row(IReadOnlyList<ParityRow> rows, Precision precision, string engine = Other) =>
        Assert.Single(rows, row => row.Engine == engine && row.Precision == precision);

    private static IEnumerable<ParityRow> Precisions(IReadOnlyList<ParityRow> rows) =>
        [Row(rows, Precision.Float64), Row(rows, Precision.Float32)];

    private InputFiles Started(TrialInput input, ParityStart start, string name)
    {
        var files = InputFiles.Write(input, Path.Combine(folder, name));
        files.StartFrom(start);
        return files;
    }

    private Task<IReadOnlyList<ParityRow>> TrainAsync(
        TamperedSessions sessions, ModelSpec network, string engine = Other, HelloReply? known = null) =>
        new TrainingParity(FitsOf(sessions, engine, known)).CompareAsync(ParityPlans.Plan(network, hello));

    private Task<IReadOnlyList<ParityRow>> StepAsync(
        TamperedSessions sessions, NetworkSpec network, string engine = Other, HelloReply? known = null) =>
        new NativeStep(FitsOf(sessions, engine, known)).CompareAsync(ParityPlans.Plan(network, hello));

    private Task<IReadOnlyList<ParityRow>> EchoAsync(TamperedSessions sessions) =>
        new PreparationEcho(FitsOf(sessions, Other, null)).CompareAsync(ParityPlans.Plan(ParityPlans.Network(), hello));

    private ParityFits FitsOf(TamperedSessions sessions, string engine, HelloReply? known) =>
        new(sessions, [ParityPlans.Engine(engine, known ?? hello), ParityPlans.Engine("scratch", hello)], folder,
            TestContext.Current.CancellationToken);
}
