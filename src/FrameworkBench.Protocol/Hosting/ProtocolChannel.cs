using System.Runtime.InteropServices;
using System.Text;
using FrameworkBench.Protocol.Messages;
using Microsoft.Win32.SafeHandles;

namespace FrameworkBench.Protocol.Hosting;

/// <summary>The engine's end of the conversation: requests in, replies out, one a line.</summary>
public sealed partial class ProtocolChannel : IDisposable
{
    private readonly TextReader requests;
    private readonly TextWriter replies;
    private readonly Lock writing = new();

    /// <summary>Talks over the given streams.</summary>
    public ProtocolChannel(TextReader requests, TextWriter replies)
    {
        this.requests = requests;
        this.replies = replies;
    }

    /// <summary>
    /// Takes the process's real standard output for the protocol and points file descriptor 1 at standard error,
    /// so that a framework that prints cannot spoil a reply. To be called before any framework loads. What is printed is UTF-8.
    /// </summary>
    public static ProtocolChannel TakeStandardStreams()
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        Stream output = OperatingSystem.IsWindows() ? TakeWindowsOutput() : TakeUnixOutput();
        Console.SetOut(Console.Error);
        return new ProtocolChannel(
            new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false)),
            new StreamWriter(output, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" });
    }

    /// <summary>The next line, or null when the harness has closed the input.</summary>
    public string? ReadLine() => requests.ReadLine();

    /// <summary>Sends one reply; safe from any thread.</summary>
    public void Send(Reply reply)
    {
        string line = ProtocolJson.Write(reply);
        lock (writing)
            replies.WriteLine(line);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        requests.Dispose();
        replies.Dispose();
    }

    private static FileStream TakeUnixOutput()
    {
        int taken = Duplicate(1);
        if (taken < 0 || DuplicateOnto(2, 1) < 0)
            throw new IOException("Cannot take standard output for the protocol.");
        return new FileStream(new SafeFileHandle(taken, ownsHandle: true), FileAccess.Write, bufferSize: 0);
    }

    // The C runtime closes the handle of a descriptor that it points elsewhere, so the protocol goes on with a duplicate of it.
    private static FileStream TakeWindowsOutput()
    {
        const int StandardOutput = -11, StandardError = -12;
        const uint SameAccess = 2;
        nint process = GetCurrentProcess();
        if (!DuplicateHandle(process, GetStandardHandle(StandardOutput), process, out nint taken, 0, inherit: false, SameAccess)
            || DuplicateOntoWindows(2, 1) < 0)
            throw new IOException("Cannot take standard output for the protocol.");
        SetStandardHandle(StandardOutput, GetStandardHandle(StandardError));
        return new FileStream(new SafeFileHandle(taken, ownsHandle: true), FileAccess.Write, bufferSize: 0);
    }

    [LibraryImport("libc", EntryPoint = "dup", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int DuplicateOnto(int from, int onto);

    [LibraryImport("ucrtbase", EntryPoint = "_dup2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int DuplicateOntoWindows(int from, int onto);

    [LibraryImport("kernel32", EntryPoint = "GetCurrentProcess")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint GetCurrentProcess();

    [LibraryImport("kernel32", EntryPoint = "DuplicateHandle", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool DuplicateHandle(
        nint fromProcess, nint handle, nint toProcess, out nint duplicate, uint access, [MarshalAs(UnmanagedType.Bool)] bool inherit,
        uint options);

    [LibraryImport("kernel32", EntryPoint = "GetStdHandle")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint GetStandardHandle(int which);

    [LibraryImport("kernel32", EntryPoint = "SetStdHandle")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetStandardHandle(int which, nint handle);
}
