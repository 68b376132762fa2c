using System.Diagnostics;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FrameworkBench.Engines.TorchSharp;

/// <summary>One training of a network, alone or as a member of an ensemble. A subclass has its network, losses and updates.</summary>
internal abstract class EnsembleMember
{
    // Far from small numbers: members of an ensemble must not share streams with the next trial's seed.
    private const long SeedStep = 0x5DEECE66D;

    /// <summary>The mean training loss of each epoch.</summary>
    protected List<double> Losses { get; } = [];

    /// <summary>The loss on the validation rows after each epoch.</summary>
    protected List<double> ValidationLosses { get; } = [];

    /// <summary>The share of right answers on them.</summary>
    protected List<double> ValidationAccuracies { get; } = [];

    /// <summary>The epoch whose values the network has again, from 1; null for the last one.</summary>
    protected int? BestEpoch { get; set; }

    /// <summary>Why training ended.</summary>
    protected StopReason Stopped { get; set; } = StopReason.Completed;

    /// <summary>The network's parameters.</summary>
    protected abstract IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>What the best epoch gives back: the parameters, and whatever else of the network training changes.</summary>
    protected virtual IEnumerable<Tensor> State => Parameters;

    /// <summary>Fits networks from as many seeds, and predicts by their mean.</summary>
    /// <param name="task">What is fitted.</param>
    /// <param name="members">The number of networks, at least 1.</param>
    /// <param name="make">Makes the next one, after its seed is set.</param>
    /// <exception cref="UnsupportedException">Weights are given to more than one network.</exception>
    public static Fitted Run(FitTask task, int members, Func<EnsembleMember> make)
    {
        if (members > 1 && task.InitialWeights is not null)
            throw new UnsupportedException("initial_weights of an ensemble");

        double fitSeconds = 0, predictSeconds = 0;
        long parameters = 0;
        EnsembleMember? first = null;
        Tensor? predictions = null;
        for (int member = 0; member < members; member++)
        {
            random.manual_seed(unchecked(task.Seed + (member * SeedStep)));
            long start = Stopwatch.GetTimestamp();
            EnsembleMember fit = make();
            fit.Train();
            fitSeconds += Stopwatch.GetElapsedTime(start).TotalSeconds;

            Func<Tensor> predict = fit.Predictor(task.PredictX);
            start = Stopwatch.GetTimestamp();
            Tensor own = predict();
            predictions = predictions is null ? own : predictions + own;
            predictSeconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
            parameters += fit.Parameters.Sum(values => values.numel());
            first ??= fit;
        }

        return new Fitted
        {
            Predictions = Arrays.FromTensor(predictions! / members),
            History = first!.History(),
            Epochs = first.Losses.Count,
            BestEpoch = first.BestEpoch,
            Stopped = first.Stopped,
            FitSeconds = fitSeconds,
            PredictSeconds = predictSeconds,
            Parameters = parameters,
            Threads = get_num_threads(),
            Notes = members > 1 ? ["the history is that of the ensemble's first network"] : [],
        };
    }

    /// <summary>Trains the network.</summary>
    protected abstract void Train();

    /// <summary>Converts rows to the framework's arrays.</summary>
    /// <returns>What predicts them: probabilities rows × classes, or values rows × outputs.</returns>
    protected abstract Func<Tensor> Predictor(NpyArray rows);

    /// <summary>The figures of each epoch.</summary>
    protected abstract History History();

    /// <summary>A copy of the network's state, in place of a former one.</summary>
    protected IReadOnlyList<Tensor> Remember(IReadOnlyList<Tensor>? former)
    {
        foreach (Tensor values in former ?? [])
            values.Dispose();
        using IDisposable fixedValues = no_grad();
        return [.. State.Select(values => values.detach().clone())];
    }

    /// <summary>Puts a remembered state back.</summary>
    protected void Restore(IReadOnlyList<Tensor> remembered)
    {
        using IDisposable fixedValues = no_grad();
        foreach ((Tensor values, Tensor kept) in State.Zip(remembered))
            values.copy_(kept);
    }
}
