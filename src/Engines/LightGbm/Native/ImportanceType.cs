namespace FrameworkBench.Engines.LightGbm.Native;

/// <summary>How a feature's importance is counted (<c>C_API_FEATURE_IMPORTANCE_…</c>).</summary>
internal enum ImportanceType
{
    /// <summary>The splits on it.</summary>
    Split = 0,

    /// <summary>By how much its splits reduced the loss.</summary>
    Gain = 1,
}
