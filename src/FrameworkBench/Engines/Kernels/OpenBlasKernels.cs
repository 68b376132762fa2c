namespace FrameworkBench.Engines.Kernels;

/// <summary>
/// The kernels of OpenBLAS for x86 by the names that <c>openblas_get_corename</c> gives and OPENBLAS_CORETYPE takes, in any case
/// (OpenBLAS, driver/others/dynamic.c).
/// </summary>
public static class OpenBlasKernels
{
    private static readonly Dictionary<string, VectorInstructions> Generations = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Katmai"] = VectorInstructions.Sse,
        ["Coppermine"] = VectorInstructions.Sse,
        ["Northwood"] = VectorInstructions.Sse,
        ["Prescott"] = VectorInstructions.Sse,
        ["Banias"] = VectorInstructions.Sse,
        ["Atom"] = VectorInstructions.Sse,
        ["Core2"] = VectorInstructions.Sse,
        ["Penryn"] = VectorInstructions.Sse,
        ["Dunnington"] = VectorInstructions.Sse,
        ["Nehalem"] = VectorInstructions.Sse,
        ["Athlon"] = VectorInstructions.Sse,
        ["Opteron"] = VectorInstructions.Sse,
        ["Opteron_SSE3"] = VectorInstructions.Sse,
        ["Barcelona"] = VectorInstructions.Sse,
        ["Nano"] = VectorInstructions.Sse,
        ["Bobcat"] = VectorInstructions.Sse,
        ["Sandybridge"] = VectorInstructions.Avx,
        ["Bulldozer"] = VectorInstructions.Avx,
        ["Piledriver"] = VectorInstructions.Avx,
        ["Steamroller"] = VectorInstructions.Avx,
        ["Excavator"] = VectorInstructions.Avx,
        ["Haswell"] = VectorInstructions.Avx2,
        ["Zen"] = VectorInstructions.Avx2,
        ["SkylakeX"] = VectorInstructions.Avx512,
        ["Cooperlake"] = VectorInstructions.Avx512,
        ["SapphireRapids"] = VectorInstructions.Avx512,
    };

    /// <summary>The vector instructions that kernels use; null when the name is not one of OpenBLAS's for x86.</summary>
    public static VectorInstructions? Of(string name) =>
        Generations.TryGetValue(name, out VectorInstructions generation) ? generation : null;
}
