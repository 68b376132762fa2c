namespace FrameworkBench.Engines.LightGbm.Native;

/// <summary>What an array holds (<c>C_API_DTYPE_…</c>).</summary>
internal enum ElementType
{
    /// <summary>32-bit floats.</summary>
    Float32 = 0,

    /// <summary>64-bit floats.</summary>
    Float64 = 1,
}
