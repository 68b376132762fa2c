namespace FrameworkBench.Engines.MLNet;

/// <summary>Counts a trainer's passes over its rows, which ML.NET does not report, and ends one when the fit is given up.</summary>
/// <param name="cancellation">Gives the fit up.</param>
internal sealed class Passes(CancellationToken cancellation)
{
    /// <summary>Passes begun.</summary>
    public int Count { get; private set; }

    /// <summary>A row is read.</summary>
    /// <param name="place">Its place in the table; each pass reads the first row once.</param>
    /// <exception cref="OperationCanceledException">The fit was given up.</exception>
    public void Read(int place)
    {
        cancellation.ThrowIfCancellationRequested();
        if (place == 0)
            Count++;
    }
}
