namespace FrameworkBench.Scratch.Trees;

/// <summary>
/// Puts a row into the form that trees decide on: a category's code becomes its place among the categories seen in
/// training, and a missing or unseen one the place after the last.
/// </summary>
internal sealed class RowEncoder
{
    private readonly Category[] categories;

    /// <summary>An encoder for these features.</summary>
    /// <param name="columns">How many features a row has.</param>
    /// <param name="categories">Those that are categorical.</param>
    public RowEncoder(int columns, IEnumerable<Category> categories)
    {
        Columns = columns;
        this.categories = [.. categories];
    }

    /// <summary>How many features a row has.</summary>
    public int Columns { get; }

    /// <summary>Whether rows are used as they are.</summary>
    public bool IsIdentity => categories.Length == 0;

    /// <summary>The row as trees take it: itself, or the buffer.</summary>
    /// <exception cref="ArgumentException">The row has another number of features than training had.</exception>
    public ReadOnlySpan<float> Encode(ReadOnlySpan<float> row, Span<float> buffer)
    {
        if (row.Length != Columns)
            throw new ArgumentException($"The row has {row.Length} features; the model was trained on {Columns}.", nameof(row));
        if (IsIdentity)
            return row;
        row.CopyTo(buffer);
        foreach (Category category in categories)
        {
            float code = row[category.Feature];
            int known = category.PlaceOfCode.Length;
            buffer[category.Feature] = code >= 0 && code < known && code == (int)code
                ? category.PlaceOfCode[(int)code]
                : category.MissingPlace;
        }

        return buffer;
    }

    /// <summary>A categorical feature.</summary>
    /// <param name="Feature">Which one.</param>
    /// <param name="PlaceOfCode">The place of each code.</param>
    /// <param name="MissingPlace">The place of missing and unseen codes.</param>
    internal readonly record struct Category(int Feature, int[] PlaceOfCode, int MissingPlace);
}
