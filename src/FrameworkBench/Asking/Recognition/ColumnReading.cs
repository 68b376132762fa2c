namespace FrameworkBench.Asking.Recognition;

/// <summary>How the texts of a column are read.</summary>
public enum ColumnReading
{
    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Categories.</summary>
    Category,

    /// <summary>One of two answers, such as yes and no; read as 1 and 0.</summary>
    YesNo,

    /// <summary>Dates; read as year, month, weekday and days since the first one.</summary>
    Date,

    /// <summary>No input: rows of one value, such as one person, are tested together.</summary>
    Group,

    /// <summary>Not read: nothing can be learned from it, or it was to be left out.</summary>
    Ignored,
}
