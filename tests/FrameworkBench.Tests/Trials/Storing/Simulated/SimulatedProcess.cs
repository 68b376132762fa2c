using FrameworkBench.Trials.Storing;

namespace FrameworkBench.Tests.Trials.Storing.Simulated;

/// <summary>What one process does on a simulated disk. Once it is dead, all that it does ends in a crash.</summary>
internal sealed class SimulatedProcess(SimulatedDisk disk, string kernel) : IStoreFiles
{
    public string Folder => "store";

    public string Kernel => kernel;

    public bool IsDead { get; set; }

    public IReadOnlyList<string> List(string folder)
    {
        Operate();
        return folder.Length == 0 ? [.. disk.Names.Keys.Select(name => name.Split('/')[0]).Distinct()]
            : [.. disk.Names.Keys.Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal)).Select(name => name[3..])];
    }

    public IReadableFile? Open(string name)
    {
        Operate();
        return disk.Names.TryGetValue(name, out SimulatedFile? file) ? new Reader(this, file) : null;
    }

    public IAppendedFile Create(string name)
    {
        Operate();
        return new Appender(this, disk.Put(name));
    }

    public void Delete(string name)
    {
        Operate();
        disk.Remove(name);
    }

    public void FlushFolder()
    {
        Operate();
        if (!disk.Faults.NamesAreNotFlushed)
            disk.FlushFolder();
    }

    public IDisposable Hold(string name)
    {
        Operate();
        disk.Put(name);
        disk.Hold(name, this);
        return new Held(disk, name, this);
    }

    public bool IsHeld(string name)
    {
        Operate();
        return disk.IsHeld(name);
    }

    private bool Happens(double chance) => chance > 0 && disk.Random.NextDouble() < chance;

    private void Operate()
    {
        if (Happens(disk.Faults.Meanwhile))
            disk.Meanwhile?.Invoke(this);
        if (!IsDead && Happens(disk.Faults.PowerLoss))
            disk.LosePower();
        IsDead |= Happens(disk.Faults.Kill);
        if (IsDead)
            throw new SimulatedCrashException();
    }

    private void Append(SimulatedFile file, ReadOnlySpan<byte> bytes)
    {
        byte[] copy = bytes.ToArray();
        if (Happens(disk.Faults.Full))
        {
            file.Bytes.AddRange(copy[..disk.Random.Next(copy.Length)]);
            throw new IOException("No space left on device");
        }

        // A reader may see, and a kill may leave, any first part.
        int first = disk.Random.Next(copy.Length);
        file.Bytes.AddRange(copy[..first]);
        Operate();
        file.Bytes.AddRange(copy[first..]);
    }

    private void Flush(SimulatedFile file)
    {
        Operate();
        if (Happens(disk.Faults.FailedFlush))
        {
            file.FailToFlush();
            throw new IOException("Input/output error");
        }

        if (!disk.Faults.FilesAreNotFlushed)
            file.Flush();
    }

    private sealed class Reader(SimulatedProcess process, SimulatedFile file) : IReadableFile
    {
        public long Length => file.Bytes.Count;

        public int Read(long offset, Span<byte> buffer)
        {
            process.Operate();
            int count = (int)Math.Clamp(file.Bytes.Count - offset, 0, buffer.Length);
            if (count > 0)
                file.Bytes.Slice((int)offset, count).CopyTo(buffer);
            return count;
        }

        public void Dispose()
        {
        }
    }

    private sealed class Appender(SimulatedProcess process, SimulatedFile file) : IAppendedFile
    {
        public void Append(ReadOnlySpan<byte> bytes)
        {
            process.Operate();
            process.Append(file, bytes);
        }

        public void Flush() => process.Flush(file);

        public void Dispose()
        {
        }
    }

    private sealed class Held(SimulatedDisk disk, string name, SimulatedProcess process) : IDisposable
    {
        public void Dispose() => disk.Release(name, process);
    }
}
