using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using FrameworkBench.Engines.TorchSharp.Tables;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Protocol.Models.Tabular;
using TorchSharp;

namespace FrameworkBench.Engines.TorchSharp;

/// <summary>Networks, networks for tables and linear models by TorchSharp, the .NET binding of libtorch, on the processor.</summary>
internal sealed class TorchSharpEngine : IEngine
{
    private const int Repeats = 10;

    /// <summary>Loads libtorch, so that a native library that does not load shows at once.</summary>
    /// <exception cref="EngineUnavailableException">The native library is missing, or does not load, with the loader's reason.</exception>
    public TorchSharpEngine()
    {
        // TorchSharp itself looks for another copy in the package folder, copies half a gigabyte, and blames a restore that did not happen.
        if (NativeLibraryProblem.Find($"TorchSharp {Version}", AppContext.BaseDirectory, "LibTorchSharp") is { } problem)
            throw new EngineUnavailableException($"TorchSharp's native library does not load: {problem}");
        torch.InitializeDeviceType(DeviceType.CPU);
    }

    private static string Version => VersionOf(typeof(torch).Assembly);

    /// <inheritdoc/>
    public HelloReply Describe() => new()
    {
        Engine = "torchsharp",
        Framework = "TorchSharp",
        Version = Version,
        Environment = new Dictionary<string, string>
        {
            ["libtorch"] = torch.__version__,
            ["runtime"] = RuntimeInformation.FrameworkDescription,
        },
        Capabilities = new Capabilities
        {
            Models = [NetworkSpec.KindName, LinearSpec.KindName, RealMlpSpec.KindName, TabMSpec.KindName],
            Layers = ["dense", "activation", "dropout", "batch_norm"],
            Activations = Enum.GetValues<Activation>(),
            Initializations = Enum.GetValues<InitializationKind>(),
            Losses = Enum.GetValues<Loss>(),
            Optimizers = Enum.GetValues<Optimizer>(),
            Precisions = [Precision.Float32, Precision.Float64],
            InitialWeights = true,
            BatchOrder = true,
            DropoutMasks = true,
            Native = true,
            EarlyStopping = true,
        },
    };

    /// <inheritdoc/>
    public Fitted Fit(FitTask task, Action<FitProgress> report, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(report);
        torch.set_num_threads(task.Threads);

        // Scopes belong to a thread, and the host fits each task on a thread of its own: nothing outlives the fit.
        using IDisposable everything = torch.NewDisposeScope();
        return task.Model switch
        {
            NetworkSpec network => NetworkFit.Run(network, task, report, cancellation),
            LinearSpec linear => LinearFit.Run(linear, task, cancellation),
            RealMlpSpec realMlp => RealMlpFit.Run(realMlp, task, report, cancellation),
            TabMSpec tabM => TabMFit.Run(tabM, task, report, cancellation),
            _ => throw new UnsupportedException($"model {task.Model.Kind}"),
        };
    }

    /// <inheritdoc/>
    public double? Calibrate(int size, int threads)
    {
        torch.set_num_threads(threads);
        using IDisposable everything = torch.NewDisposeScope();
        torch.Tensor left = torch.rand(size, size), right = torch.rand(size, size);
        left.matmul(right).Dispose();
        double best = double.PositiveInfinity;
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            long start = Stopwatch.GetTimestamp();
            left.matmul(right).Dispose();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return 2.0 * size * size * size / best / 1e9;
    }

    private static string VersionOf(Assembly assembly)
    {
        string version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? Convert.ToString(assembly.GetName().Version, CultureInfo.InvariantCulture) ?? "unknown";
        return version.Split('+')[0];
    }
}
