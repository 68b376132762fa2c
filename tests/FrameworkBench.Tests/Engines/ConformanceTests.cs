using FrameworkBench.Engines;
using FrameworkBench.Engines.Conformance;

namespace FrameworkBench.Tests.Engines;

/// <summary>The conformance checks find what is wrong, and only that.</summary>
public sealed class ConformanceTests
{
    [Fact]
    public async Task An_engine_that_keeps_the_contract_passes_every_check()
    {
        ConformanceReport report = await CheckAsync("None");
        Assert.True(report.Passed, string.Join('\n', report.Results));
        Assert.Equal("faulty", report.Hello?.Engine);
        Assert.Equal(0, report.Count(CheckVerdict.Skipped));
        Assert.True(report.Count(CheckVerdict.Passed) >= 20, $"only {report.Count(CheckVerdict.Passed)} checks ran");
    }

    [Theory]
    [InlineData("WrongShape", "fits constant: binary, float32", "failed: the predictions have shape (48, 3), expected (48, 2)")]
    [InlineData("NotFinite", "fits constant: regression, float64", "failed: the predictions are not all finite numbers")]
    [InlineData("GarbageAfterwards", "fits constant: binary, float32", "the engine wrote a line that is not a reply: Done.")]
    [InlineData("WrongId", "fits constant: binary, float32", "the engine answered fit 'not-check-")]
    [InlineData("TooMuchTime", "fits constant: binary, float32", "failed: the engine reports 3600 s of work")]
    [InlineData(
        "Restless", "gives the same predictions for the same seed: constant",
        "a second fit with the same seed in the same process differs by up to")]
    [InlineData(
        "FalseExplanation", "explains itself only on request: boosted_trees",
        "without being asked: done; asked to explain: explanation.importance sums to 2")]
    [InlineData("Pretends", "reports a missing capability: perceptron", "expected 'unsupported', the engine answered")]
    public async Task A_fault_fails_the_check_that_is_meant_for_it(string fault, string check, string reason)
    {
        ConformanceReport report = await CheckAsync(fault);
        Assert.False(report.Passed);
        CheckResult result = Assert.Single(report.Results, result => result.Check == check);
        Assert.Equal(CheckVerdict.Failed, result.Verdict);
        Assert.StartsWith(reason, result.Reason, StringComparison.Ordinal);
        Assert.All(
            report.Results.Where(other => other.Check.StartsWith("refuses", StringComparison.Ordinal)),
            other => Assert.Equal(CheckVerdict.Passed, other.Verdict));
    }

    [Fact]
    public async Task A_program_that_is_no_engine_fails_the_first_check_and_no_other_is_tried()
    {
        EngineCommand command = OperatingSystem.IsWindows() ? new("cmd", ["/c", "echo hello"]) : new("sh", ["-c", "echo hello"]);
        ConformanceReport report = await ConformanceSuite.RunAsync(command, null, TestContext.Current.CancellationToken);
        CheckResult result = Assert.Single(report.Results);
        Assert.Equal(("identifies itself", CheckVerdict.Failed), (result.Check, result.Verdict));
        Assert.Null(report.Hello);
    }

    [Fact]
    public async Task The_template_engine_keeps_the_contract()
    {
        ConformanceReport report =
            await ConformanceSuite.RunAsync(
                BuiltEngine.Command("FrameworkBench.Engines.Template"), null, TestContext.Current.CancellationToken);
        Assert.True(report.Passed, string.Join('\n', report.Results));
    }

    [Fact]
    public async Task An_engine_with_custom_models_lists_their_algorithms()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The engine of this test is a shell script.");
        const string Hello =
            """{"type":"hello","protocol":1,"engine":"own","framework":"Own","version":"1","capabilities":{"models":["custom"]}}""";

        ConformanceReport report =
            await ConformanceSuite.RunAsync(
                new("sh", ["-c", $"echo '{Hello}'; cat >/dev/null"]), null, TestContext.Current.CancellationToken);

        Assert.Equal(
            "an engine with models of kind custom lists its algorithms, and no other engine does", Assert.Single(report.Results).Reason);
    }

    private static Task<ConformanceReport> CheckAsync(string fault) =>
        ConformanceSuite.RunAsync(BuiltEngine.Faulty(fault), null, TestContext.Current.CancellationToken);
}
