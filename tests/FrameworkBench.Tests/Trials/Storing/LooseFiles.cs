using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FrameworkBench.Protocol;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Trials.Storing;

/// <summary>Stores as they were before there were segments: a file for each outcome.</summary>
internal static class LooseFiles
{
    /// <summary>The bytes of a file of format 2.</summary>
    public static byte[] Bytes(TrialKey key, Outcome outcome)
    {
        string content = JsonSerializer.Serialize(outcome, ProtocolJson.Options);
        string checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.Hash + content)));
        return Encoding.UTF8.GetBytes($$"""{"format":2,"sha256":"{{checksum}}","outcome":{{content}}}""");
    }

    /// <summary>Where the file of a trial is.</summary>
    public static string PathOf(string store, TrialKey key) => Path.Combine(store, key.Hash[..2], key.Hash + ".json");

    /// <summary>Writes a file of format 2.</summary>
    /// <returns>Its path.</returns>
    public static string Write(string store, TrialKey key, Outcome outcome) => Write(store, key, Bytes(key, outcome));

    /// <summary>Writes a file with some bytes.</summary>
    /// <returns>Its path.</returns>
    public static string Write(string store, TrialKey key, byte[] bytes)
    {
        string path = PathOf(store, key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
