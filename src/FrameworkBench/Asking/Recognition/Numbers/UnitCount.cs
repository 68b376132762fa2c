using FrameworkBench.Asking.Recognition.Texts;

namespace FrameworkBench.Asking.Recognition.Numbers;

/// <summary>The numbers of one column that have one unit.</summary>
/// <param name="unit">The unit, as the first of them has it.</param>
internal sealed class UnitCount(string unit)
{
    private readonly int[] numbers = new int[2];
    private readonly NumberMarks[] marks = new NumberMarks[2];

    /// <summary>The unit, as the first number has it.</summary>
    public string Unit => unit;

    /// <summary>How many numbers have it.</summary>
    public int Rows { get; set; }

    /// <summary>How many of them are numbers in a format.</summary>
    public int Numbers(NumberFormat format) => numbers[(int)format];

    /// <summary>What stands in the numbers of a format besides digits.</summary>
    public NumberMarks MarksOf(NumberFormat format) => marks[(int)format];

    /// <summary>The decimal sign of the numbers.</summary>
    /// <param name="usual">That of the other columns, which decides where both fit.</param>
    public NumberFormat FormatOf(NumberFormat usual) =>
        numbers[0] == numbers[1] ? usual : numbers[0] > numbers[1] ? NumberFormat.Point : NumberFormat.Comma;

    /// <summary>Counts a number.</summary>
    public void Add(NumberFormat format, NumberMarks found)
    {
        numbers[(int)format]++;
        marks[(int)format] |= found;
    }
}
