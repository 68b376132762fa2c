using System.Runtime.InteropServices;

namespace FrameworkBench.Engines.LightGbm.Native;

/// <summary>Rows with their targets, their values sorted into bins.</summary>
internal sealed class Dataset : IDisposable
{
    /// <summary>Sorts rows into bins.</summary>
    /// <param name="inputs">rows × features.</param>
    /// <param name="labels">The target of each row: a class, or a value.</param>
    /// <param name="parameters">Settings as <c>name=value</c>, separated by spaces.</param>
    /// <param name="reference">The dataset whose bins are taken; null makes bins anew.</param>
    /// <exception cref="LightGbmException">LightGBM refused.</exception>
    public Dataset(Matrix inputs, float[] labels, string parameters, Dataset? reference = null)
    {
        using var none = new DatasetHandle();
        NativeMethods.Check(NativeMethods.DatasetCreateFromMat(
            in inputs.Start, inputs.Type, inputs.Rows, inputs.Columns, Matrix.RowMajor,
            parameters, reference?.Handle ?? none, out DatasetHandle handle));
        Handle = handle;
        ref byte start = ref MemoryMarshal.GetArrayDataReference((Array)labels);
        NativeMethods.Check(NativeMethods.DatasetSetField(Handle, "label", in start, labels.Length, ElementType.Float32));
    }

    /// <summary>The native dataset.</summary>
    public DatasetHandle Handle { get; }

    /// <inheritdoc/>
    public void Dispose() => Handle.Dispose();
}
