using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Protocol.Models.Tabular;
using FrameworkBench.Scratch.Networks;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Engines.Scratch;

/// <summary>The from-scratch library behind the protocol.</summary>
public sealed class ScratchEngine : IEngine
{
    private static readonly Assembly Library = typeof(Network<float>).Assembly;

    /// <inheritdoc/>
    public HelloReply Describe() => new()
    {
        Engine = "scratch",
        Framework = "FrameworkBench.Scratch",
        Version = Library.GetName().Version?.ToString(3) ?? "0",
        Capabilities = new Capabilities
        {
            Models =
            [
                ConstantSpec.KindName, PerceptronSpec.KindName, NetworkSpec.KindName, LinearSpec.KindName, TreeSpec.KindName,
                ForestSpec.KindName, BoostedTreesSpec.KindName, PrincipalComponentsSpec.KindName, RealMlpSpec.KindName,
                TabMSpec.KindName,
            ],
            FittedModels =
            [
                ConstantSpec.KindName, NetworkSpec.KindName, LinearSpec.KindName, TreeSpec.KindName, ForestSpec.KindName,
                BoostedTreesSpec.KindName, RealMlpSpec.KindName,
            ],
            Tasks = Enum.GetValues<TaskKind>(),
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
            MissingValues = true,
            Categories = true,
        },
        Environment = new Dictionary<string, string>
        {
            ["runtime"] = RuntimeInformation.FrameworkDescription,
            ["matrix products"] = $"own kernels, {VectorWidth()}",

            // The same source gives the same id, so stored trials stay valid until the library changes.
            ["build"] = Library.ManifestModule.ModuleVersionId.ToString("N")[..12],
        },
    };

    /// <inheritdoc/>
    public Fitted Fit(FitTask task, Action<FitProgress> report, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.Model switch
        {
            ConstantSpec => ConstantFit.Run(task),
            PerceptronSpec => PerceptronFit.Run(task, cancellation),
            LinearSpec => LinearFit.Run(task, cancellation),
            TreeSpec tree => new TreesFit(task).Run(tree, cancellation),
            ForestSpec forest => new TreesFit(task).Run(forest, report, cancellation),
            BoostedTreesSpec boosted => new TreesFit(task).Run(boosted, report, cancellation),
            PrincipalComponentsSpec components => ComponentsFit.Run(task, components),
            NetworkSpec when task.Precision == Precision.Float64 => new NetworkFit<double>(task).Run(report, cancellation),
            NetworkSpec => new NetworkFit<float>(task).Run(report, cancellation),
            RealMlpSpec spec when task.Precision == Precision.Float64 => new RealMlpFit<double>(task, spec).Run(report, cancellation),
            RealMlpSpec spec => new RealMlpFit<float>(task, spec).Run(report, cancellation),
            TabMSpec spec when task.Precision == Precision.Float64 => TabMFit<double>.Run(task, spec, report, cancellation),
            TabMSpec spec => TabMFit<float>.Run(task, spec, report, cancellation),
            _ => throw new UnsupportedException($"model {task.Model.Kind}"),
        };
    }

    /// <inheritdoc/>
    public double? Calibrate(int size, int threads)
    {
        var random = new RandomSource(1);
        float[] a = Draw(random, size * size), b = Draw(random, size * size), c = new float[size * size];
        MatrixProduct.Multiply<float>(size, size, size, a, b, [], c);
        double best = double.PositiveInfinity;
        for (int repeat = 0; repeat < 10; repeat++)
        {
            long start = Stopwatch.GetTimestamp();
            MatrixProduct.Multiply<float>(size, size, size, a, b, [], c);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return 2.0 * size * size * size / best / 1e9;
    }

    private static float[] Draw(RandomSource random, int count)
    {
        float[] values = new float[count];
        foreach (ref float value in values.AsSpan())
            value = (float)random.NextDouble();
        return values;
    }

    private static string VectorWidth() =>
        System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated ? "512-bit vectors"
        : System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated ? "256-bit vectors"
        : "128-bit vectors";
}
