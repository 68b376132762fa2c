namespace FrameworkBench.Asking.Recognition.Texts;

/// <summary>Which sign separates the decimals of a number; the other one may separate its thousands.</summary>
public enum NumberFormat
{
    /// <summary>1,234.5.</summary>
    Point,

    /// <summary>1.234,5.</summary>
    Comma,
}
