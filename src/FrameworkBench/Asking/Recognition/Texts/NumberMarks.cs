namespace FrameworkBench.Asking.Recognition.Texts;

/// <summary>What stands in a number besides its digits, sign and decimal point.</summary>
[Flags]
public enum NumberMarks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A decimal comma.</summary>
    DecimalComma = 1,

    /// <summary>Signs between the thousands.</summary>
    Thousands = 2,

    /// <summary>A currency.</summary>
    Currency = 4,

    /// <summary>A percent sign.</summary>
    Percent = 8,
}
