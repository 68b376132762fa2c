using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using FrameworkBench.Trials.Storing;

namespace FrameworkBench.Trials;

/// <summary>Names a trial by everything that determines its outcome: the SHA-256 of it.</summary>
public readonly record struct TrialKey
{
    /// <summary>The key of a hash.</summary>
    /// <param name="hash">64 lower-case hexadecimal digits.</param>
    /// <exception cref="ArgumentException">It is not that.</exception>
    public TrialKey(string hash)
        : this(Hash256.Parse(hash)
            ?? throw new ArgumentException($"'{hash}' is no key of a trial; expected 64 hexadecimal digits.", nameof(hash)))
    {
    }

    internal TrialKey(Hash256 value) => Value = value;

    /// <summary>The hash in lower-case hexadecimal.</summary>
    public string Hash => Value.ToString();

    /// <summary>The hash: a run holds the keys of all its trials, and digits would take five times as much.</summary>
    internal Hash256 Value { get; }

    /// <summary>The key of some named parts; their order matters, so it must not change between versions.</summary>
    public static TrialKey Of(IEnumerable<(string Name, string Value)> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var text = new StringBuilder();
        foreach ((string name, string value) in parts)
            text.Append(name).Append('=').Append(value.Length).Append(':').Append(value).Append('\n');
        return new TrialKey(Hash256.Read(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))));
    }

    /// <summary>A short text that stands for a list of rows.</summary>
    public static string Digest(ReadOnlySpan<int> rows) => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(rows)));

    /// <summary>A seed that depends on a name and on nothing else, the same on every machine.</summary>
    public static uint Seed(string name) => BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    /// <inheritdoc/>
    public override string ToString() => Hash;
}
