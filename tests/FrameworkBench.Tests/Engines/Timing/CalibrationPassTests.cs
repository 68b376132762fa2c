using FrameworkBench.Engines;
using FrameworkBench.Engines.Timing;

namespace FrameworkBench.Tests.Engines.Timing;

public sealed class CalibrationPassTests
{
    private readonly List<string> asked = [];
    private readonly List<string> complaints = [];

    [Fact]
    public async Task Measurements_go_round_the_engines_and_the_best_of_each_counts()
    {
        var speeds = await RunAsync(("a", [90, 110, 100]), ("b", [50, 40, 45]));

        Assert.Equal(["a", "b", "a", "b", "a", "b"], asked);
        Assert.Equal(110, speeds["a"]);
        Assert.Equal(50, speeds["b"]);
    }

    [Fact]
    public async Task All_engines_are_measured_on_while_one_of_them_still_gets_faster()
    {
        var speeds = await RunAsync(("steady", [50, 50, 50, 50, 50, 50]), ("rising", [60, 80, 100, 110, 112, 200]));

        Assert.Equal(5, asked.Count(engine => engine == "steady"));
        Assert.Equal(5, asked.Count(engine => engine == "rising"));
        Assert.Equal(112, speeds["rising"]);
    }

    [Fact]
    public async Task An_engine_that_gets_faster_without_end_is_measured_twelve_times()
    {
        var speeds = await RunAsync(("rising", [.. Enumerable.Range(1, 20).Select(round => (double?)Math.Pow(2, round))]));

        Assert.Equal(12, asked.Count);
        Assert.Equal(4096, speeds["rising"]);
    }

    [Fact]
    public async Task An_engine_without_a_matrix_product_is_asked_once()
    {
        var speeds = await RunAsync(("trees", [null]), ("a", [90, 80, 70]));

        Assert.Equal(["trees", "a", "a", "a"], asked);
        Assert.Null(speeds["trees"]);
        Assert.Equal(90, speeds["a"]);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task An_engine_that_fails_has_no_calibration_and_the_others_go_on()
    {
        var speeds = await RunAsync(("broken", [90, double.NaN]), ("a", [90, 80, 91]));

        Assert.Equal(["broken", "a", "broken", "a", "a"], asked);
        Assert.Null(speeds["broken"]);
        Assert.Equal(91, speeds["a"]);
        Assert.Equal(["broken: no calibration: no answer within 60 s"], complaints);
    }

    [Fact]
    public async Task No_engine_gives_no_calibration() => Assert.Empty(await RunAsync());

    // Not a number stands for an engine that does not answer.
    private Task<IReadOnlyDictionary<string, double?>> RunAsync(params (string Engine, double?[] Speeds)[] engines) =>
        CalibrationPass.RunRoundsAsync(
        [.. engines.Select(engine => (engine.Engine, Answers(engine.Engine, new Queue<double?>(engine.Speeds))))], complaints.Add);

    private Func<Task<double?>> Answers(string engine, Queue<double?> speeds) => () =>
    {
        asked.Add(engine);
        double? speed = speeds.Dequeue();
        return speed is double.NaN ? throw new EngineException("no answer within 60 s") : Task.FromResult(speed);
    };
}
