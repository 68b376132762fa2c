using System.Reflection;
using System.Runtime.InteropServices;
using FrameworkBench.Engines.LightGbm.Native;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.LightGbm;

/// <summary>Boosted trees and forests by LightGBM's native library.</summary>
internal sealed class LightGbmEngine : IEngine
{
    /// <summary>Loads the native library, so that one that does not load shows at once.</summary>
    /// <exception cref="EngineUnavailableException">The native library is missing or does not load, with the loader's reason.</exception>
    public LightGbmEngine()
    {
        if (NativeLibraryProblem.Find($"LightGBM {Version}", AppContext.BaseDirectory, NativeMethods.Library) is { } problem)
            throw new EngineUnavailableException($"LightGBM's native library does not load: {problem}");
    }

    /// <inheritdoc/>
    public HelloReply Describe() => new()
    {
        Engine = "lightgbm",
        Framework = "LightGBM",
        Version = Version,
        Environment = new Dictionary<string, string> { ["runtime"] = RuntimeInformation.FrameworkDescription },
        Capabilities = new Capabilities
        {
            Models = [ForestSpec.KindName, BoostedTreesSpec.KindName],
            Precisions = [Precision.Float32, Precision.Float64],
            EarlyStopping = true,
            MissingValues = true,
            Categories = true,
        },
    };

    /// <inheritdoc/>
    public Fitted Fit(FitTask task, Action<FitProgress> report, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(report);
        if (task.InitialWeights is not null)
            throw new UnsupportedException("initial_weights");
        if (task.BatchOrder is not null)
            throw new UnsupportedException("batch_order");
        var parameters = new TreeParameters(task);
        if (task.Task == TaskKind.Reconstruction)
            throw new UnsupportedException($"task reconstruction for model {task.Model.Kind}");
        return new TreesFit(parameters, task).Run(report, cancellation);
    }

    /// <summary>None: LightGBM multiplies no matrices.</summary>
    public double? Calibrate(int size, int threads) => null;

    // The library does not know its own version, so the build writes the package's into the assembly.
    private static string Version =>
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(metadata => metadata.Key == "LightGBM")?.Value ?? "unknown";
}
