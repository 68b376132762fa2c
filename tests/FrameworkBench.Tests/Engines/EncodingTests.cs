using FrameworkBench.Engines;
using FrameworkBench.Engines.Conformance;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Tests.Engines;

/// <summary>What engines say has the same encoding on every machine.</summary>
public sealed class EncodingTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_engine_logs_in_UTF8_whatever_the_locale()
    {
        EngineCommand command = BuiltEngine.Command("FrameworkBench.Engines.Template") with
        {
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["LC_ALL"] = "en_US.ISO-8859-1" },
        };
        FitRequest request = new EngineUnderTest(command, folder.Path)
            .Request(new ConstantSpec(), TinyData.Of(TaskKind.Binary), new FitSettings());
        NpyFile.Write(request.Arrays.TrainX, new NpyArray([1], new float[1]));
        var process = EngineProcess.Start(command, Placement.Anywhere);

        (Reply reply, _) = await process.FitAsync(request, Limit, cancellation: TestContext.Current.CancellationToken);
        await process.DisposeAsync();

        const string Reason = "train_x must be rows × features, found shape (1).";
        Assert.Equal($"InvalidDataException: {Reason}", Assert.IsType<FailedReply>(reply).Reason);
        Assert.StartsWith($"System.IO.InvalidDataException: {Reason}", process.Log, StringComparison.Ordinal);
    }
}
