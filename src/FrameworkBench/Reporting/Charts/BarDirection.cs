namespace FrameworkBench.Reporting.Charts;

/// <summary>Which way bars go.</summary>
public enum BarDirection
{
    /// <summary>Upright when all category names fit side by side, else to the right.</summary>
    Automatic,

    /// <summary>To the right; names of any length stand at the left.</summary>
    Rightward,

    /// <summary>Upright.</summary>
    Upward,
}
