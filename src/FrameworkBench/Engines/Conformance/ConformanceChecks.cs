using System.Text.Json;
using FrameworkBench.Engines.Conformance.Checks;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Reading;

namespace FrameworkBench.Engines.Conformance;

/// <summary>The checks for what an engine offers.</summary>
internal static class ConformanceChecks
{
    private const string UnknownParameter = "no-such-parameter";

    private static readonly Dictionary<string, JsonElement> OneUnknown = new() { [UnknownParameter] = JsonElement.Parse("1") };

    /// <summary>Every check that applies, in the order of the protocol's page.</summary>
    public static IEnumerable<IConformanceCheck> For(Capabilities can)
    {
        TaskKind task = can.Tasks[0];
        string simplest = TinyModels.Kinds.First(can.Models.Contains);
        ModelSpec model = TinyModels.Of(simplest, task, can);
        IEnumerable<IConformanceCheck> conversation =
        [
            new RefusalCheck("a line that is not JSON", "fit me a model"),
            new RefusalCheck("a request of an unknown type", """{"type":"dance"}"""),
            new RefusalCheck("a fit without a model", """{"type":"fit","id":"0"}"""),
            new RefusalCheck("another version of the protocol", """{"type":"hello","protocol":999}"""),
            new UnknownMemberCheck(),
            new CalibrationCheck(),
        ];
        return
        [
            .. conversation,
            .. Fits(can),
            .. can.Models.Contains(NetworkSpec.KindName) ? NetworkChecks.For(can) : [],
            .. RawColumns(can),
            .. can.Models.Except([CustomSpec.KindName]).Select(kind =>
                new DeterminismCheck(TinyModels.Of(kind, TaskOf(kind, can), can), TinyData.Of(TaskOf(kind, can)))),
            .. can.Algorithms.SelectMany(algorithm => OfAlgorithm(new CustomSpec { Algorithm = algorithm }, can)),
            .. can.Models.Where(kind => can.Deterministic && TinyModels.TreeKinds.Contains(kind))
            .Select(kind => new OwnWordCheck(TinyModels.Of(kind, TaskOf(kind, can), can), TinyData.Of(TaskOf(kind, can)))),
            .. can.FittedModels.Intersect(can.Models)
            .Select(kind => new FittedModelCheck(TinyModels.Of(kind, TaskOf(kind, can), can), TinyData.Of(TaskOf(kind, can)))),
            .. Missing(can),
            .. can.Algorithms.Take(1)
            .Select(_ => new UnsupportedCheck(TinyModels.Unknown.Algorithm, TinyModels.Unknown, TinyData.Of(task))),
            new MissingFileCheck(model, TinyData.Of(task)),
            .. Endless(can, task).Take(1).Select(endless => new CancelCheck(endless, TinyData.Of(task))),
            new InputEndCheck(Endless(can, task).FirstOrDefault(model), TinyData.Of(task)),
        ];
    }

    private static IEnumerable<IConformanceCheck> Fits(Capabilities can) =>
        from kind in can.Models.Except([CustomSpec.KindName])
        from task in can.Tasks.Where(task => TinyModels.AreFor(kind, task))
        from precision in can.Precisions
        select new FitCheck(
            $"{kind}: {Words<TaskKind>.Of(task)}, {Words<Precision>.Of(precision)}",
            TinyModels.Of(kind, task, can),
            TinyData.Of(task),
            new FitSettings { Precision = precision });

    // It need not be for every task, but for the first one that the engine lists.
    private static IEnumerable<IConformanceCheck> OfAlgorithm(CustomSpec model, Capabilities can) =>
    [
        .. from task in can.Tasks
           from precision in can.Precisions
           select new FitCheck(
               $"{model.Algorithm}: {Words<TaskKind>.Of(task)}, {Words<Precision>.Of(precision)}",
               model,
               TinyData.Of(task),
               new FitSettings { Precision = precision },
               mayBeUnsupported: task != can.Tasks[0]),
        new DeterminismCheck(model, TinyData.Of(can.Tasks[0])),
        new UnsupportedCheck(UnknownParameter, model with { Parameters = OneUnknown }, TinyData.Of(can.Tasks[0])),
    ];

    private static IEnumerable<IConformanceCheck> RawColumns(Capabilities can)
    {
        TaskKind task = can.Tasks[0];
        foreach (string kind in can.Models.Where(TinyModels.TreeKinds.Contains))
        {
            ModelSpec model = TinyModels.Of(kind, task, can);
            if (can.MissingValues)
                yield return new FitCheck(
                    $"{kind} on missing values", model, TinyData.Of(task).WithMissingValues(), mayBeUnsupported: true);
            if (can.Categories)
                yield return new FitCheck($"{kind} on categories", model, TinyData.Of(task).WithCategories(), mayBeUnsupported: true);
        }
    }

    private static IEnumerable<IConformanceCheck> Missing(Capabilities can) =>
        TinyModels.Kinds.Where(kind => kind != NetworkSpec.KindName && !can.Models.Contains(kind)).Take(1)
            .Select(kind => new UnsupportedCheck(kind, TinyModels.Of(kind, TaskOf(kind, can), can), TinyData.Of(TaskOf(kind, can))));

    // A perceptron is tested on two classes even with an engine that lists other tasks first.
    private static TaskKind TaskOf(string kind, Capabilities can) =>
        can.Tasks.Where(task => TinyModels.AreFor(kind, task)).FirstOrDefault(can.Tasks[0]);

    // A model that is never done, in a kind whose fits report rounds.
    private static IEnumerable<ModelSpec> Endless(Capabilities can, TaskKind task)
    {
        const int Endlessly = 100_000_000;
        if (can.Models.Contains(NetworkSpec.KindName))
        {
            NetworkSpec network = TinyModels.Network(task, can);
            yield return network with { Train = network.Train with { Epochs = Endlessly, LearningRate = 1e-9 } };
        }

        if (can.Models.Contains(BoostedTreesSpec.KindName))
            yield return new BoostedTreesSpec { Rounds = Endlessly, LearningRate = 1e-6 };
    }
}
