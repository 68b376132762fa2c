using System.Diagnostics;
using System.Reflection;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using Keras.Models;
using Python.Runtime;

namespace FrameworkBench.Engines.KerasNet;

/// <summary>Networks by Keras.NET, which drives Keras inside this process.</summary>
internal sealed class KerasNetEngine : IEngine
{
    private const int Repeats = 10;

    /// <summary>Starts Python and loads Keras.</summary>
    /// <exception cref="EngineUnavailableException">They do not load.</exception>
    public KerasNetEngine() => EmbeddedPython.Start();

    /// <inheritdoc/>
    public HelloReply Describe()
    {
        using Py.GILState python = Py.GIL();
        Assembly assembly = typeof(Sequential).Assembly;
        string version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
        using PyObject backend = Py.Import(EmbeddedPython.Backend);
        return new HelloReply
        {
            Engine = "keras-net",
            Framework = "Keras.NET",
            Version = version.Split('+')[0],
            Environment = new Dictionary<string, string>
            {
                ["keras"] = Text(Keras.Keras.Instance.keras.__version__),
                ["backend"] = $"{EmbeddedPython.Backend} {Text(backend.GetAttr("__version__"))}",
                ["python"] = PythonEngine.Version.Split(' ')[0],
            },
            Capabilities = new Capabilities
            {
                Models = [NetworkSpec.KindName],
                Layers = ["dense", "activation", "dropout", "batch_norm"],
                Activations = Enum.GetValues<Activation>(),
                Initializations = Enum.GetValues<InitializationKind>(),
                Losses = Enum.GetValues<Loss>(),
                Optimizers = [.. Enum.GetValues<Optimizer>().Where(optimizer => optimizer != Optimizer.Adamw)],
                InitialWeights = true,
                BatchOrder = true,
                Native = true,
                EarlyStopping = true,
            },
        };
    }

    /// <inheritdoc/>
    public Fitted Fit(FitTask task, Action<FitProgress> report, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(report);
        if (task.Model is not NetworkSpec network)
            throw new UnsupportedException($"model {task.Model.Kind}");
        if (task.Precision != Precision.Float32)
            throw new UnsupportedException("precision float64");
        if (network.Ensemble > 1 && task.InitialWeights is not null)
            throw new UnsupportedException("initial_weights of an ensemble");

        using Py.GILState python = Py.GIL();
        HoldThreads(task.Threads);
        return EnsembleFit.Run(network, task, report, cancellation);
    }

    /// <inheritdoc/>
    public double? Calibrate(int size, int threads)
    {
        using Py.GILState python = Py.GIL();
        HoldThreads(threads);
        dynamic keras = Keras.Keras.Instance.keras;
        using var shape = new PyTuple([new PyInt(size), new PyInt(size)]);
        dynamic left = keras.random.normal(shape), right = keras.random.normal(shape);
        keras.ops.convert_to_numpy(keras.ops.matmul(left, right));
        double best = double.PositiveInfinity;
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            long start = Stopwatch.GetTimestamp();
            keras.ops.convert_to_numpy(keras.ops.matmul(left, right));
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return 2.0 * size * size * size / best / 1e9;
    }

    // Only torch takes a number of threads once it runs; the others read the environment that the harness sets.
    private static void HoldThreads(int threads)
    {
        if (EmbeddedPython.Backend != "torch")
            return;
        dynamic torch = Py.Import("torch");
        torch.set_num_threads(threads);
    }

    private static string Text(PyObject value) => value.ToString() ?? "unknown";
}
