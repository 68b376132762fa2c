using FrameworkBench.Trials.Storing;

namespace FrameworkBench.Tests.Trials.Storing;

/// <summary>Files of a store in memory, which never fail.</summary>
internal sealed class HeldFiles(params (string Name, byte[] Bytes)[] held) : IStoreFiles
{
    private readonly Dictionary<string, List<byte>> files =
        held.ToDictionary(file => file.Name, file => file.Bytes.ToList(), StringComparer.Ordinal);

    public string Folder => "store";

    public string Kernel => "kernel";

    public IReadOnlyList<string> List(string folder) => folder.Length == 0 ? [.. files.Keys] : [];

    public IReadableFile? Open(string name) => files.TryGetValue(name, out List<byte>? bytes) ? new Reader(bytes) : null;

    public IAppendedFile Create(string name) => new Appender(files[name] = []);

    public void Delete(string name) => files.Remove(name);

    public void FlushFolder()
    {
    }

    public IDisposable Hold(string name)
    {
        files[name] = [];
        return new MemoryStream();
    }

    public bool IsHeld(string name) => false;

    private sealed class Reader(List<byte> bytes) : IReadableFile
    {
        public long Length => bytes.Count;

        public int Read(long offset, Span<byte> buffer)
        {
            int count = (int)Math.Clamp(bytes.Count - offset, 0, buffer.Length);
            if (count > 0)
                bytes.Slice((int)offset, count).CopyTo(buffer);
            return count;
        }

        public void Dispose()
        {
        }
    }

    private sealed class Appender(List<byte> bytes) : IAppendedFile
    {
        public void Append(ReadOnlySpan<byte> more) => bytes.AddRange(more);

        public void Flush()
        {
        }

        public void Dispose()
        {
        }
    }
}
