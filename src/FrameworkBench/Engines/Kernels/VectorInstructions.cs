namespace FrameworkBench.Engines.Kernels;

/// <summary>Generations of vector instructions of x86 processors, each of which includes those before it.</summary>
public enum VectorInstructions
{
    /// <summary>128-bit vectors.</summary>
    Sse,

    /// <summary>256-bit vectors of floating-point numbers.</summary>
    Avx,

    /// <summary>256-bit vectors with fused multiply-add.</summary>
    Avx2,

    /// <summary>512-bit vectors: F, BW, CD, DQ and VL, which linear-algebra kernels ask for together.</summary>
    Avx512,
}
