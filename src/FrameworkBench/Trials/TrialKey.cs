using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace FrameworkBench.Trials;

/// <summary>Names a trial by everything that determines its outcome: the SHA-256 of it, in lower-case hexadecimal.</summary>
/// <param name="Hash">64 hexadecimal digits.</param>
public readonly record struct TrialKey(string Hash)
{
    /// <summary>The first digits, enough to tell trials apart in a log.</summary>
    public string Short => Hash[..12];

    /// <summary>The key of some named parts; their order matters, so it must not change between versions.</summary>
    public static TrialKey Of(IEnumerable<(string Name, string Value)> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var text = new StringBuilder();
        foreach ((string name, string value) in parts)
            text.Append(name).Append('=').Append(value.Length).Append(':').Append(value).Append('\n');
        return new TrialKey(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))));
    }

    /// <summary>A short text that stands for a list of rows.</summary>
    public static string Digest(ReadOnlySpan<int> rows) => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(rows)));

    /// <summary>A seed that depends on a name and on nothing else, the same on every machine.</summary>
    public static uint Seed(string name) => BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    /// <inheritdoc/>
    public override string ToString() => Hash;
}
