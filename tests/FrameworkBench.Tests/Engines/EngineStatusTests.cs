using FrameworkBench.Engines;

namespace FrameworkBench.Tests.Engines;

/// <summary>An engine that is broken is told from one that is not installed.</summary>
public sealed class EngineStatusTests
{
    private const string OtherVersion =
        """{"type":"hello","protocol":2,"engine":"own","framework":"Own","version":"1","capabilities":{"models":["constant"]}}""";

    [Fact]
    public async Task An_engine_that_dies_when_it_is_greeted_failed_to_start()
    {
        EngineStatus status = await AskAsync("echo first >&2; echo bad luck >&2; exit 3");

        Assert.True(status.FailedToStart);
        Assert.Equal("failed to start: the engine's process ended with exit code 3; it last said: bad luck", status.Absence);
        Assert.Equal("first\nbad luck", status.Log);
    }

    [Theory]
    [InlineData("", 0.5, "failed to start: no answer within 0.5 s")]
    [InlineData("echo hello;", 60, "failed to start: the engine wrote a line that is not a reply: hello")]
    [InlineData("echo '" + OtherVersion + "';", 60, "failed to start: it speaks protocol 2, the harness speaks 1")]
    public async Task An_engine_that_does_not_greet_by_the_protocol_failed_to_start(string script, double seconds, string expected)
    {
        EngineStatus status = await AskAsync(script + "sleep 60", seconds);

        Assert.True(status.FailedToStart);
        Assert.Equal(expected, status.Absence);
    }

    [Fact]
    public async Task A_program_that_cannot_be_started_failed_to_start()
    {
        EngineStatus status = await AskAsync(new EngineDefinition("own", "Own", EngineLanguage.Program, "/no/such/program", [], null));

        Assert.True(status.FailedToStart);
        Assert.StartsWith("failed to start: cannot start '/no/such/program': ", status.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engine_that_refuses_because_its_framework_is_missing_is_not_available()
    {
        EngineStatus status = await AskAsync("""echo loading >&2; echo '{"type":"refused","reason":"not installed"}'; cat >/dev/null""");

        Assert.False(status.FailedToStart);
        Assert.Equal("not available: not installed", status.Problem);
        Assert.Equal("not available: not installed; install it with: get it", status.Absence);
        Assert.Null(status.Log);
    }

    private static Task<EngineStatus> AskAsync(string script, double seconds = 60)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The engine of this test is a shell script.");
        return AskAsync(new EngineDefinition("own", "Own", EngineLanguage.Program, "sh", [], "get it")
        {
            Arguments = ["-c", script],
        }, seconds);
    }

    private static async Task<EngineStatus> AskAsync(EngineDefinition engine, double seconds = 60)
    {
        var finder = new EngineFinder(new EngineFinderOptions { PythonHostFolder = "", Interpreters = [] });
        return (await EngineStatus.AskAsync([engine], finder, TimeSpan.FromSeconds(seconds), TestContext.Current.CancellationToken))[0];
    }
}
