namespace FrameworkBench.Reading;

/// <summary>A single value as the file has it.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Column">Its column.</param>
/// <param name="Text">Its text, without quotes.</param>
/// <param name="Quoted">Whether it stood in quotes or as a block, so that it is text whatever it looks like.</param>
internal sealed record ScalarNode(int Line, int Column, string Text, bool Quoted) : Node(Line, Column)
{
    private const int Quotable = 100;

    /// <summary>Whether it says "not given": <c>null</c> or <c>~</c>.</summary>
    public bool IsNull => !Quoted && Text is "null" or "~" or "Null" or "NULL";

    /// <summary>Whether nothing stood there at all.</summary>
    public bool IsEmpty => !Quoted && Text.Length == 0;

    /// <inheritdoc/>
    public override long Size() => Overhead + Text.Length;

    /// <summary>A text as a message quotes it: only the beginning of a long one.</summary>
    public static string Shorten(string text) => text.Length <= Quotable ? text : $"{text[..Quotable]}…";
}
