namespace FrameworkBench.Asking.Recognition.Texts;

/// <summary>Which part of a date comes first.</summary>
public enum DateOrder
{
    /// <summary>2016-08-28.</summary>
    YearFirst,

    /// <summary>8/28/2016.</summary>
    MonthFirst,

    /// <summary>28.8.2016.</summary>
    DayFirst,
}
