using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Protocol.Models.Tabular;
using FrameworkBench.Trials;

namespace FrameworkBench.Engines.Parity;

/// <summary>Has engines fit a planned trial's rows from given starts.</summary>
/// <param name="sessions">The engines' processes.</param>
/// <param name="engines">The engines, the reference among them.</param>
/// <param name="folder">A private folder for arrays.</param>
/// <param name="cancellation">Stops a fit.</param>
internal sealed class ParityFits(ITrialSession sessions, IReadOnlyList<EngineStatus> engines, string folder, CancellationToken cancellation)
{
    private const int Seed = 2026;
    private static readonly TrialLimits FitLimits = new() { Time = TimeSpan.FromMinutes(5) };

    /// <summary>The engines, the reference first.</summary>
    public IReadOnlyList<EngineStatus> Engines { get; } = [.. engines.OrderByDescending(engine => engine.Name == ParityPass.Reference)];

    /// <summary>The engine that the others are compared with.</summary>
    public EngineStatus Reference => Engines[0];

    /// <summary>Has one engine fit a model.</summary>
    /// <param name="planned">The trial whose rows are fitted.</param>
    /// <param name="model">A network, or a network for tables.</param>
    /// <param name="engine">The engine.</param>
    /// <param name="precision">The float width.</param>
    /// <param name="settings">Where it starts and by which formulas.</param>
    public async Task<Outcome> RunAsync(
        PlannedTrial planned, ModelSpec model, EngineStatus engine, Precision precision, ParityFitSettings? settings = null)
    {
        settings ??= new ParityFitSettings();
        if (Missing(planned, model, engine, precision, settings) is { } missing)
            return missing;
        Split split = planned.Input.Split;
        TrialInput input = planned.Input with
        {
            Precision = precision,
            Split = split with { TrainRows = [.. Enumerable.Repeat(split.TrainRows, settings.Copies).SelectMany(rows => rows)] },
        };
        var files = InputFiles.Write(input, Path.Combine(folder, "arrays"));
        try
        {
            int outputs = input.Dataset.IsClassification ? input.Dataset.ClassNames.Count : 1;
            ParityStart start = StartOf(model, files.Preparation.Columns, outputs, split.TrainRows.Length, precision)
                .Repeated(settings.Copies);
            files.StartFrom(settings.Nudge is int nudge ? start.Nudged(nudge) : start, settings.Native);
            return await sessions.RunAsync(
                new PlannedTrial(planned.Trial, input, model, planned.Key), engine, files, FitLimits, cancellation).ConfigureAwait(false);
        }
        finally
        {
            files.Delete();
        }
    }

    /// <summary>A fit of the reference, in double precision where nothing else is said.</summary>
    /// <exception cref="EngineException">It could not be done, so that there is nothing to compare with.</exception>
    public async Task<Outcome> RunReferenceAsync(
        PlannedTrial planned, ModelSpec model, Precision precision = Precision.Float64, ParityFitSettings? settings = null)
    {
        Outcome outcome = await RunAsync(planned, model, Reference, precision, settings).ConfigureAwait(false);
        return outcome.Status == TrialStatus.Done
            ? outcome
            : throw new EngineException($"{ParityPass.Reference} could not do {ParityPass.NameOf(planned.Trial)}: {outcome.Reason}");
    }

    /// <summary>Where a network starts; the same for every engine and, but for its type, in both float widths.</summary>
    public static ParityStart StartOf(NetworkSpec network, int inputs, int rows, Precision precision) =>
        ParityStart.Draw(network, inputs, rows, precision, Seed);

    /// <summary>Where any model starts that can be given a start.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The model cannot.</exception>
    public static ParityStart StartOf(
        ModelSpec model, IReadOnlyList<FeatureColumn> columns, int outputs, int rows, Precision precision) =>
        model switch
        {
            NetworkSpec network => StartOf(network, columns.Count, rows, precision),
            RealMlpSpec realMlp => new TableStart(precision, Seed).Draw(realMlp, columns, outputs, rows),
            TabMSpec tabM => new TableStart(precision, Seed).Draw(tabM, columns.Count, outputs, rows),
            _ => throw new ArgumentOutOfRangeException(nameof(model), model.Kind, "not a model that can be given a start"),
        };

    /// <summary>A row without a comparison yet.</summary>
    public static ParityRow RowOf(PlannedTrial planned, ParityCheck check, EngineStatus engine, Precision precision, Outcome outcome) =>
        new(ParityPass.NameOf(planned.Trial), check, engine.Name, engine.Hello?.Version ?? "", precision,
            outcome.Status is TrialStatus.Unsupported or TrialStatus.Missing ? ParityVerdict.NotSupported : ParityVerdict.Failed)
        {
            Reason = outcome.Reason,
        };

    private static Outcome? Missing(
        PlannedTrial planned, ModelSpec model, EngineStatus engine, Precision precision, ParityFitSettings settings)
    {
        if (engine.Hello is not { } hello)
            return Outcome.Without(TrialStatus.Missing, engine.Reason ?? "not available");
        Capabilities can = hello.Capabilities;
        string? missing = CapabilityCheck.Missing(can, model, planned.Input.Dataset.Task, precision)
            ?? (!can.InitialWeights ? "given initial weights"
                : !can.BatchOrder ? "a given batch order"
                : !can.DropoutMasks && ParityModels.Drops(model) ? "given dropout masks"
                : !can.Native && settings.Native ? ParityRow.NoNativeStep
                : null);
        return missing is null ? null : Outcome.Without(TrialStatus.Unsupported, missing);
    }
}
