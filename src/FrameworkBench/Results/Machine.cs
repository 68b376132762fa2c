using System.Runtime.InteropServices;
using FrameworkBench.Engines.Kernels;

namespace FrameworkBench.Results;

/// <summary>What the figures of a run were measured on.</summary>
/// <param name="Processor">The processor's name.</param>
/// <param name="Cores">Logical processors.</param>
/// <param name="MemoryBytes">Physical memory.</param>
/// <param name="OperatingSystem">Name and version.</param>
/// <param name="Runtime">The .NET runtime of the harness.</param>
/// <param name="Commit">The project's commit, with a mark when files were changed; null outside a checkout.</param>
public sealed record Machine(string Processor, int Cores, long MemoryBytes, string OperatingSystem, string Runtime, string? Commit)
{
    /// <summary>The processor's widest vector instructions; null where they are not x86's.</summary>
    public VectorInstructions? Vectors { get; init; }

    /// <summary>Describes this machine.</summary>
    /// <param name="commit">The project's commit, or null.</param>
    public static Machine Describe(string? commit) => new(
        ProcessorName.Read(),
        Environment.ProcessorCount,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
        OperatingSystemName(),
        RuntimeInformation.FrameworkDescription,
        commit)
    {
        Vectors = ProcessorInstructions.OfThisMachine(),
    };

    private static string OperatingSystemName()
    {
        const string Release = "/etc/os-release";
        string? name = File.Exists(Release)
            ? File.ReadLines(Release).FirstOrDefault(text => text.StartsWith("PRETTY_NAME=", StringComparison.Ordinal))
            : null;
        return name is null
            ? RuntimeInformation.OSDescription : $"{name["PRETTY_NAME=".Length..].Trim('"')}, {RuntimeInformation.ProcessArchitecture}";
    }
}
