namespace FrameworkBench.Reporting.Charts;

/// <summary>Which part of a text stands at its coordinate.</summary>
internal enum TextAnchor
{
    Start,
    Middle,
    End,
}
