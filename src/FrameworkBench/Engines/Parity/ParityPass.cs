using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials;

namespace FrameworkBench.Engines.Parity;

/// <summary>Trains the same network from the same weights on the same batches by every engine and compares with the from-scratch engine in double precision.</summary>
/// <param name="engines">The engines, the reference among them.</param>
public sealed class ParityPass(IReadOnlyList<EngineStatus> engines)
{
    /// <summary>The engine that the others are compared with, in double precision.</summary>
    public const string Reference = "scratch";

    // After that many updates rounding alone can part two curves; before, a difference is one of meaning.
    private const int ComparedUpdates = 100;
    private const int Seed = 2026;
    private static readonly TimeSpan FitLimit = TimeSpan.FromMinutes(5);

    /// <summary>Compares the engines on planned networks.</summary>
    /// <param name="trials">One trial a network, as planned for the reference engine in double precision.</param>
    /// <param name="progress">Told of each network before it is trained.</param>
    /// <param name="cancellation">Stops the pass.</param>
    /// <exception cref="EngineException">The reference engine could not do a fit, so that there is nothing to compare with.</exception>
    public async Task<IReadOnlyList<ParityRow>> RunAsync(IReadOnlyList<PlannedTrial> trials, Action<string>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trials);
        string folder = Directory.CreateTempSubdirectory("frameworkbench-parity-").FullName;
        await using var sessions = new EngineSessions(Placement.On(0), folder);
        try
        {
            var rows = new List<ParityRow>();
            foreach (PlannedTrial planned in trials)
            {
                progress?.Invoke(NameOf(planned.Trial));
                rows.AddRange(await CompareAsync(planned, sessions, folder, cancellation).ConfigureAwait(false));
            }

            return rows;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<IReadOnlyList<ParityRow>> CompareAsync(PlannedTrial planned, EngineSessions sessions, string folder, CancellationToken cancellation)
    {
        Outcome? reference = null;
        var rows = new List<ParityRow>();
        foreach (Precision precision in new[] { Precision.Float64, Precision.Float32 })
        {
            TrialInput input = planned.Input with { Precision = precision };
            var network = (NetworkSpec)planned.Model;
            InputFiles files = InputFiles.Write(input, Path.Combine(folder, $"{precision}"));
            files.StartFrom(ParityStart.Draw(network, files.Preparation.Columns.Count, input.Split.TrainRows.Length, precision, Seed));
            try
            {
                foreach (EngineStatus engine in engines.OrderByDescending(engine => engine.Name == Reference))
                {
                    Outcome outcome = await FitAsync(new PlannedTrial(planned.Trial, input, planned.Model, planned.Key), engine, files, sessions, cancellation).ConfigureAwait(false);
                    reference ??= outcome.Status == TrialStatus.Done ? outcome : throw new EngineException($"{Reference} could not do {NameOf(planned.Trial)}: {outcome.Reason}");
                    rows.Add(Compare(planned, engine, precision, outcome, reference));
                }
            }
            finally
            {
                files.Delete();
            }
        }

        return rows;
    }

    private static async Task<Outcome> FitAsync(PlannedTrial planned, EngineStatus engine, InputFiles files, EngineSessions sessions, CancellationToken cancellation)
    {
        if (engine.Hello is not { } hello)
            return Outcome.Without(TrialStatus.Missing, engine.Reason ?? "not available");
        string? missing = !hello.Capabilities.InitialWeights ? "given initial weights"
            : !hello.Capabilities.BatchOrder ? "a given batch order"
            : CapabilityCheck.Missing(hello.Capabilities, planned.Model, planned.Input.Dataset.Task, planned.Input.Precision);
        return missing is null
            ? await sessions.RunAsync(planned, engine, files, FitLimit, cancellation).ConfigureAwait(false)
            : Outcome.Without(TrialStatus.Unsupported, missing);
    }

    private static ParityRow Compare(PlannedTrial planned, EngineStatus engine, Precision precision, Outcome outcome, Outcome reference)
    {
        var train = ((NetworkSpec)planned.Model).Train;
        int batches = train.BatchSize is not int size || train.Optimizer == Optimizer.GradientDescent
            ? 1
            : (planned.Input.Split.TrainRows.Length + size - 1) / size;
        int epochs = Math.Min(train.Epochs, (ComparedUpdates + batches - 1) / batches);
        var row = new ParityRow(NameOf(planned.Trial), engine.Name, engine.Hello?.Version ?? "", precision, epochs * batches, null, null, ParityVerdict.NotSupported, outcome.Reason);
        if (outcome.Status is TrialStatus.Unsupported or TrialStatus.Missing)
            return row;
        if (outcome.Predictions is not { } predictions || reference.Predictions is not { } expected)
            return row with { Verdict = ParityVerdict.Failed };
        if (outcome.History.Loss is not { } losses || losses.Count < epochs)
            return row with { Reason = "a loss for each epoch" };

        double lossDifference = Enumerable.Range(0, epochs).Max(epoch => Math.Abs(losses[epoch] - reference.History.Loss![epoch]) / Math.Abs(reference.History.Loss[epoch]));
        double scale = planned.Input.Dataset.IsClassification ? 1 : expected.Values.Max() - expected.Values.Min();
        double difference = predictions.Values.Zip(expected.Values, (value, other) => Math.Abs(value - other)).Max() / scale;
        return row with
        {
            LossDifference = lossDifference,
            ProbabilityDifference = difference,
            Verdict = lossDifference <= ParityRow.Tolerance(precision) ? ParityVerdict.Agrees : ParityVerdict.Differs,
            Reason = null,
        };
    }

    private static string NameOf(Trial trial) =>
        trial.Experiment.Models.Count == 1 ? trial.Experiment.Name : $"{trial.Experiment.Name}/{trial.Model.Name}";
}
