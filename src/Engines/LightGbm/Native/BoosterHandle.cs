using Microsoft.Win32.SafeHandles;

namespace FrameworkBench.Engines.LightGbm.Native;

/// <summary>A booster of the native library; zero is none.</summary>
internal sealed class BoosterHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle() => NativeMethods.BoosterFree(handle) == 0;
}
