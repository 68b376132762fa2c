namespace FrameworkBench.Engines.Processes;

/// <summary>Says how a process ended.</summary>
internal static class ExitWords
{
    // What a shell gives a process that a signal ended.
    private const int Signalled = 128;

    /// <summary>An exit code, and the signal behind it where there was one.</summary>
    public static string Of(int code)
    {
        string? signal = OperatingSystem.IsWindows() ? null : SignalOf(code - Signalled);
        return signal is null ? $"exit code {code}" : $"exit code {code} ({signal})";
    }

    private static string? SignalOf(int number) => number switch
    {
        4 => "SIGILL: an instruction that this processor lacks",
        6 => "SIGABRT: it gave up",
        8 => "SIGFPE: an impossible division",
        9 => "SIGKILL: ended by the system or another program",
        11 => "SIGSEGV: an invalid memory access",
        15 => "SIGTERM: ended by another program",
        _ => null,
    };
}
