namespace FrameworkBench.Engines.Kernels;

/// <summary>Names of vector instructions for readers.</summary>
public static class VectorInstructionsWords
{
    /// <summary>"SSE", "AVX", "AVX2" or "AVX-512".</summary>
    public static string Words(this VectorInstructions instructions) => instructions switch
    {
        VectorInstructions.Sse => "SSE",
        VectorInstructions.Avx => "AVX",
        VectorInstructions.Avx2 => "AVX2",
        _ => "AVX-512",
    };
}
