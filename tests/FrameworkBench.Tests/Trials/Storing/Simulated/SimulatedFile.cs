namespace FrameworkBench.Tests.Trials.Storing.Simulated;

/// <summary>A file's bytes: those that every process sees, and how many of them the disk has.</summary>
internal sealed class SimulatedFile
{
    private const int Page = 64;

    private readonly List<(int From, int To)> dropped = [];
    private int flushed;

    public List<byte> Bytes { get; private set; } = [];

    public void Flush() => flushed = Bytes.Count;

    /// <summary>A disk that failed once drops what it had, and never says so again.</summary>
    public void FailToFlush()
    {
        dropped.Add((flushed, Bytes.Count));
        flushed = Bytes.Count;
    }

    /// <summary>Keeps what was flushed; of the rest any pages up to any byte, and something else in the place of the others.</summary>
    public void LosePower(Random random)
    {
        List<byte> left = [.. Bytes.Take(flushed + random.Next(Bytes.Count - flushed + 1))];
        for (int page = flushed; page < left.Count; page += Page)
        {
            if (random.Next(3) == 0)
                Spoil(left, page, Math.Min(page + Page, left.Count), random);
        }

        foreach ((int from, int to) in dropped)
            Spoil(left, from, Math.Min(to, left.Count), random);
        dropped.Clear();
        Bytes = left;
        flushed = left.Count;
    }

    private static void Spoil(List<byte> bytes, int from, int to, Random random)
    {
        bool isZero = random.Next(2) == 0;
        for (int i = from; i < to; i++)
            bytes[i] = isZero ? (byte)0 : (byte)random.Next(256);
    }
}
