namespace FrameworkBench.Tests.Trials.Storing.Simulated;

/// <summary>How likely it is that an operation goes wrong, and what the disk leaves undone without saying so.</summary>
internal sealed record SimulatedFaults
{
    /// <summary>The process is killed before the operation.</summary>
    public double Kill { get; init; }

    /// <summary>The power fails before the operation.</summary>
    public double PowerLoss { get; init; }

    /// <summary>The disk is full: any part of what is appended is.</summary>
    public double Full { get; init; }

    /// <summary>The disk fails to flush.</summary>
    public double FailedFlush { get; init; }

    /// <summary>Another process does something before the operation.</summary>
    public double Meanwhile { get; init; }

    /// <summary>Flushing a file does nothing.</summary>
    public bool FilesAreNotFlushed { get; init; }

    /// <summary>Flushing the folder does nothing.</summary>
    public bool NamesAreNotFlushed { get; init; }
}
