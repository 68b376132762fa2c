namespace FrameworkBench.Tests.Trials.Storing.Simulated;

/// <summary>
/// A folder that several processes on several machines share. What they write is seen by all at once. When the power fails, the disk has
/// what was flushed, any part of what was not, and any of the names that were made or removed since the folder was flushed, in any order.
/// </summary>
internal sealed class SimulatedDisk(Random random)
{
    private readonly List<(string Name, SimulatedFile? File)> changes = [];
    private readonly Dictionary<string, SimulatedProcess> holders = new(StringComparer.Ordinal);
    private readonly List<SimulatedProcess> processes = [];
    private Dictionary<string, SimulatedFile> flushedNames = new(StringComparer.Ordinal);

    public Dictionary<string, SimulatedFile> Names { get; private set; } = new(StringComparer.Ordinal);

    public Random Random => random;

    /// <summary>Chances of faults in each operation.</summary>
    public SimulatedFaults Faults { get; set; } = new();

    /// <summary>Done at random between any two operations: what other processes do meanwhile.</summary>
    public Action<SimulatedProcess>? Meanwhile { get; set; }

    public SimulatedProcess Start(string kernel)
    {
        var process = new SimulatedProcess(this, kernel);
        processes.Add(process);
        return process;
    }

    public SimulatedFile Put(string name)
    {
        if (Names.ContainsKey(name))
            throw new IOException($"{name} is there already");
        changes.Add((name, Names[name] = new SimulatedFile()));
        return Names[name];
    }

    public void Remove(string name)
    {
        if (Names.Remove(name))
            changes.Add((name, null));
    }

    public void Hold(string name, SimulatedProcess process) => holders[name] = process;

    public void Release(string name, SimulatedProcess process)
    {
        if (holders.GetValueOrDefault(name) == process)
            holders.Remove(name);
    }

    public bool IsHeld(string name) => holders.TryGetValue(name, out SimulatedProcess? process) && !process.IsDead;

    public void FlushFolder()
    {
        flushedNames = new Dictionary<string, SimulatedFile>(Names, StringComparer.Ordinal);
        changes.Clear();
    }

    public void LosePower()
    {
        foreach (SimulatedProcess process in processes)
            process.IsDead = true;
        foreach ((string name, SimulatedFile? file) in changes.Where(_ => random.Next(2) == 0))
        {
            if (file is null)
                flushedNames.Remove(name);
            else
                flushedNames[name] = file;
        }

        foreach (SimulatedFile file in Names.Values.Concat(flushedNames.Values).Distinct().ToArray())
            file.LosePower(random);
        Names = new Dictionary<string, SimulatedFile>(flushedNames, StringComparer.Ordinal);
        changes.Clear();
        holders.Clear();
    }
}
