using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace FrameworkBench.Engines.LightGbm.Native;

/// <summary>
/// The part of LightGBM's C API (<c>LightGBM/c_api.h</c>) that the engine calls. Every function but <see cref="GetLastError"/>
/// returns 0, or −1 with a message for the calling thread.
/// </summary>
internal static partial class NativeMethods
{
    /// <summary>The library's name without the platform's ending: it is <c>.so</c>, <c>.dylib</c> or <c>.dll</c>.</summary>
    public const string Library = "lib_lightgbm";

    [LibraryImport(Library, EntryPoint = "LGBM_GetLastError")]
    public static partial nint GetLastError();

    [LibraryImport(Library, EntryPoint = "LGBM_DatasetCreateFromMat", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int DatasetCreateFromMat(
        in byte data, ElementType type, int rows, int columns, int rowMajor,
        string parameters, DatasetHandle reference, out DatasetHandle dataset);

    [LibraryImport(Library, EntryPoint = "LGBM_DatasetSetField", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int DatasetSetField(DatasetHandle dataset, string field, in byte data, int count, ElementType type);

    [LibraryImport(Library, EntryPoint = "LGBM_DatasetFree")]
    public static partial int DatasetFree(nint dataset);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterCreate", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int BoosterCreate(DatasetHandle training, string parameters, out BoosterHandle booster);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterFree")]
    public static partial int BoosterFree(nint booster);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterAddValidData")]
    public static partial int BoosterAddValidData(BoosterHandle booster, DatasetHandle validation);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterUpdateOneIter")]
    public static partial int BoosterUpdateOneIter(BoosterHandle booster, out int isFinished);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterGetCurrentIteration")]
    public static partial int BoosterGetCurrentIteration(BoosterHandle booster, out int iteration);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterGetEval")]
    public static partial int BoosterGetEval(BoosterHandle booster, int dataset, out int count, out double result);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterGetLeafValue")]
    public static partial int BoosterGetLeafValue(BoosterHandle booster, int tree, int leaf, out double value);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterFeatureImportance")]
    public static partial int BoosterFeatureImportance(BoosterHandle booster, int rounds, ImportanceType type, [Out] double[] importance);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterSaveModelToString")]
    public static partial int BoosterSaveModelToString(
        BoosterHandle booster, int firstRound, int rounds, ImportanceType importance, long size, out long needed, [Out] byte[] text);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterPredictForMat", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int BoosterPredictForMat(
        BoosterHandle booster, in byte data, ElementType type, int rows, int columns, int rowMajor,
        int predictType, int firstRound, int rounds, string parameters, out long count, [Out] double[] predictions);

    /// <summary>Turns a function's failure into an exception with the library's own message.</summary>
    /// <exception cref="LightGbmException">The function failed.</exception>
    public static void Check(int returned)
    {
        if (returned != 0)
            throw new LightGbmException(Marshal.PtrToStringUTF8(GetLastError()) ?? "LightGBM gave no message");
    }
}
