using FrameworkBench.Engines;
using FrameworkBench.Engines.Kernels;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Results.Summaries;

/// <summary>An engine's matrix product on one thread, beside the fastest of the same run.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Gflops">Its speed in GFLOP/s.</param>
/// <param name="Best">The fastest engine's.</param>
/// <param name="Kernels">Which kernels it runs, as a sentence without its full stop; null when it does not say.</param>
/// <param name="HasNarrowVectors">Whether those kernels use narrower vectors than the processor has.</param>
internal sealed record MatrixProduct(string Engine, double Gflops, double Best, string? Kernels, bool HasNarrowVectors)
{
    /// <summary>An engine below this share of the fastest is hobbled.</summary>
    internal const double Enough = 0.8;

    /// <summary>The part of the fastest engine's speed that it reaches, above 0 and at most 1.</summary>
    internal double Share => Gflops / Best;

    /// <summary>Whether its times say less about the framework than about the linear algebra that it was built or run with.</summary>
    internal bool IsHobbled => Share < Enough || HasNarrowVectors;

    /// <summary>The products of the engines that were calibrated, in the run's order.</summary>
    internal static IReadOnlyList<MatrixProduct> Of(RunResult run)
    {
        EngineStatus[] measured = [.. run.Engines.Where(engine => engine.Available && Gflops(engine) > 0)];
        return measured.MaxBy(Gflops) is { } best
            ? [.. measured.Select(engine => Of(engine, Gflops(engine), Gflops(best), run.Machine.Vectors))] : [];

        double Gflops(EngineStatus engine) => run.Calibrations.GetValueOrDefault(engine.Name) ?? 0;
    }

    /// <summary>Whether a fit of the model spends time in matrix products. Trees multiply none, a perceptron learns row by row.</summary>
    internal static bool IsUsedBy(ModelSpec model) => model.IsNetwork || model is LinearSpec or PrincipalComponentsSpec;

    private static MatrixProduct Of(EngineStatus engine, double gflops, double best, VectorInstructions? processor)
    {
        var kernels = ProductKernels.Of(engine.Hello!.Environment);
        bool narrow = kernels?.Instructions < processor;
        string? sentence = narrow ? $"{kernels!.Sentence} although this processor has {processor!.Value.Words()}" : kernels?.Sentence;
        return new MatrixProduct(engine.Name, gflops, best, sentence, narrow);
    }
}
