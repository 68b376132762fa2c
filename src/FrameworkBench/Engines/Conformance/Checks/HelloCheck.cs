using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Engines.Conformance.Checks;

/// <summary>The engine says who it is, and lists only what the protocol knows.</summary>
internal sealed class HelloCheck : IConformanceCheck
{
    public string Name => "identifies itself";

    public async Task<CheckFinding> RunAsync(EngineUnderTest engine, CancellationToken cancellation)
    {
        await engine.ProcessAsync(cancellation).ConfigureAwait(false);
        return CheckFinding.From(Problem(engine.Hello!));
    }

    private static string? Problem(HelloReply hello)
    {
        if (string.IsNullOrWhiteSpace(hello.Engine) || string.IsNullOrWhiteSpace(hello.Framework)
            || string.IsNullOrWhiteSpace(hello.Version))
            return "engine, framework and version must not be empty";
        Capabilities can = hello.Capabilities;
        if (can.Models.Count == 0)
            return "no model kind is listed";
        if (can.Models.FirstOrDefault(kind => !TinyModels.Kinds.Contains(kind)) is { } unknown)
            return $"'{unknown}' is not a model kind; they are {string.Join(", ", TinyModels.Kinds)}";
        if (can.Models.Contains(Protocol.Models.CustomSpec.KindName) != can.Algorithms.Count > 0)
            return "an engine with models of kind custom lists its algorithms, and no other engine does";
        if (can.Tasks.Count == 0 || can.Precisions.Count == 0)
            return "no task or no precision is listed";
        bool network = can.Models.Contains(Protocol.Models.NetworkSpec.KindName);
        return network && (!can.Layers.Contains("dense") || can.Optimizers.Count == 0 || can.Losses.Count == 0)
            ? "an engine with networks lists the layer dense, its losses and its optimizers"
            : null;
    }
}
