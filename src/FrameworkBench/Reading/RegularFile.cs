using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace FrameworkBench.Reading;

/// <summary>
/// Opens files that a user names. Only regular files are read: a pipe would wait for ever, and a device such as <c>/dev/zero</c> has
/// no end.
/// </summary>
internal static partial class RegularFile
{
    /// <summary>The most bytes of a text file. The largest that the project has is 2 % of it.</summary>
    public const long MostBytes = 4 * 1024 * 1024;

    /// <summary>The most bytes of a file that the program writes itself, such as a table of trials.</summary>
    public const long MostBytesOfResults = 1024L * 1024 * 1024;

    private const int Linux = 0x800 | 0x80000;
    private const int MacOS = 0x4 | 0x1000000;

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="IOException">There is no such file, or it is none: a folder, a pipe, a device, or a loop of links.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileStream Open(string path)
    {
        if (path.Length == 0)
            throw new IOException("the path is empty; expected that of a file");
        if (path.Contains('\0', StringComparison.Ordinal))
            throw new IOException($"'{path.Replace('\0', '\uFFFD')}' is no path: it has a NUL character");
        if (Directory.Exists(path))
            throw new IOException($"'{path}' is a folder; expected a file");
        var stream = new FileStream(Handle(path), FileAccess.Read);
        try
        {
            if (stream.CanSeek && (stream.Length > 0 || stream.ReadByte() < 0))
                return stream;
        }
        catch (IOException)
        {
            // What cannot be read even once is none either.
        }

        stream.Dispose();
        throw new IOException($"'{path}' is a pipe or a device; expected a regular file");
    }

    /// <summary>Reads a whole text file in UTF-8, or in UTF-16 with its mark.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">The most bytes that it may have.</param>
    /// <exception cref="IOException">As <see cref="Open"/>, or it is too large.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static string ReadText(string path, long most = MostBytes)
    {
        using FileStream file = Open(path);
        if (file.Length > most)
            throw new IOException(FormattableString.Invariant(
                $"'{path}' has {file.Length:N0} bytes; expected a text of at most {most:N0}"));
        using var reader = new StreamReader(file, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    // Without waiting: a pipe that nobody writes to would never open. On Windows others must be let write and remove what is read.
    private static SafeFileHandle Handle(string path)
    {
        if (OperatingSystem.IsWindows())
            return File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        nint descriptor = OpenDescriptor(path, OperatingSystem.IsMacOS() ? MacOS : Linux);

        // The library says why it cannot be opened better than a number does.
        return descriptor < 0 ? File.OpenHandle(path) : new SafeFileHandle(descriptor, ownsHandle: true);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int OpenDescriptor(string path, int flags);
}
