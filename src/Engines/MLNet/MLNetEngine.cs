using System.Reflection;
using System.Runtime.InteropServices;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using Microsoft.ML.Trainers.FastTree;

namespace FrameworkBench.Engines.MLNet;

/// <summary>ML.NET: boosted trees and forests by FastTree and FastForest, linear models by L-BFGS and SDCA.</summary>
internal sealed class MLNetEngine : IEngine
{
    /// <inheritdoc/>
    public HelloReply Describe()
    {
        Assembly assembly = typeof(FastTreeBinaryTrainer).Assembly;
        string version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
        return new HelloReply
        {
            Engine = "mlnet",
            Framework = "ML.NET",
            Version = version.Split('+')[0],
            Environment = new Dictionary<string, string> { ["runtime"] = RuntimeInformation.FrameworkDescription },
            Capabilities = new Capabilities
            {
                Models = [BoostedTreesSpec.KindName, ForestSpec.KindName, LinearSpec.KindName],
                EarlyStopping = true,
                Categories = true,
            },
        };
    }

    /// <inheritdoc/>
    public Fitted Fit(FitTask task, Action<FitProgress> report, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(report);
        Refuse(task);
        try
        {
            return task.Model switch
            {
                BoostedTreesSpec boosted => new TreeFit(new BoostedTrees(boosted, task), task).Run(report, cancellation),
                ForestSpec forest => new TreeFit(new Forest(forest, task), task).Run(report, cancellation),
                LinearSpec linear => new LinearFit(linear, task).Run(cancellation),
                _ => throw new UnsupportedException($"model {task.Model.Kind}"),
            };
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            // Where ML.NET shuffles rows it reads them on a thread of its own, whose exceptions it wraps.
            throw new OperationCanceledException(cancellation);
        }
    }

    /// <summary>None: neither trees nor passes over rows multiply matrices.</summary>
    public double? Calibrate(int size, int threads) => null;

    private static void Refuse(FitTask task)
    {
        if (task.Precision != Precision.Float32)
            throw new UnsupportedException("precision float64");
        if (task.InitialWeights is not null)
            throw new UnsupportedException("initial_weights");
        if (task.BatchOrder is not null)
            throw new UnsupportedException("batch_order");

        // FastTree silently drops a row with a missing value.
        if (task.TrainX.ToSingles().Any(float.IsNaN) || task.PredictX.ToSingles().Any(float.IsNaN))
            throw new UnsupportedException("missing_values");
    }
}
