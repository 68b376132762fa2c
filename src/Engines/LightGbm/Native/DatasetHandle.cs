using Microsoft.Win32.SafeHandles;

namespace FrameworkBench.Engines.LightGbm.Native;

/// <summary>A dataset of the native library; zero is none.</summary>
internal sealed class DatasetHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle() => NativeMethods.DatasetFree(handle) == 0;
}
