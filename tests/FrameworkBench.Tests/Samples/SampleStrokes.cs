using FrameworkBench.Datasets;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Results;
using FrameworkBench.Scoring;

namespace FrameworkBench.Tests.Samples;

/// <summary>Made-up images of 3 × 4 pixels: a stroke on the left, in the middle or on the right, in four shades.</summary>
internal static class SampleStrokes
{
    /// <summary>The images by turns of their kind and shade.</summary>
    public static Dataset Table(int rows) => new()
    {
        Name = "strokes",
        Task = TaskKind.Multiclass,
        Columns = [.. Enumerable.Range(0, 12).Select(pixel => DatasetColumn.Numeric($"p{pixel}"))],
        Features = new FeatureMatrix(rows, 12, [.. Enumerable.Range(0, rows).SelectMany(Pixels)]),
        TargetName = "kind",
        ClassNames = ["l", "m", "r"],
        Labels = [.. Enumerable.Range(0, rows).Select(row => row % 3)],
        Image = new ImageShape(3, 4, 8),
        Checksum = "strokes",
    };

    /// <summary>A run of one experiment by one engine.</summary>
    public static RunResult Run(Experiment experiment, IEnumerable<TrialResult> results) => new()
    {
        Profile = Profile.Default,
        Experiments = [experiment],
        Engines = [new(EngineCatalog.Find("scratch")!, new EngineCommand("scratch", []), new HelloReply
        {
            Engine = "scratch",
            Framework = "FrameworkBench.Scratch",
            Version = "0.1.0",
            Capabilities = new Capabilities { Models = ["network"] },
        }, null)],
        Results = [.. results],
        Verdicts = [],
        Machine = new Machine("Example CPU", 2, 8L << 30, "Example OS 12, X64", ".NET 10.0.0", "0123456789ab"),
    };

    private static IEnumerable<double> Pixels(int row) => Enumerable.Range(0, 12)
        .Select(pixel => pixel % 3 == row % 3 ? 8.0 - (row % 4) : 0);
}
