namespace FrameworkBench.Scratch.Trees;

/// <summary>
/// Puts rows into the form that trees decide on: a category's code becomes its place among the categories seen in
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

    /// <summary>The features that are categorical.</summary>
    public IReadOnlyList<Category> Categories => categories;

    /// <summary>The rows as trees take them: themselves when nothing is categorical, else a copy.</summary>
    /// <param name="rows">Whole rows of <see cref="Columns"/> features.</param>
    public ReadOnlySpan<float> Encode(ReadOnlySpan<float> rows)
    {
        if (categories.Length == 0)
            return rows;
        float[] encoded = rows.ToArray();
        foreach (Category category in categories)
        {
            for (int at = category.Feature; at < encoded.Length; at += Columns)
                encoded[at] = category.PlaceOf(encoded[at]);
        }

        return encoded;
    }

    /// <summary>Refuses rows that training did not have.</summary>
    /// <exception cref="ArgumentException">The rows have another number of features than training had.</exception>
    public void CheckColumns(int columns)
    {
        if (columns != Columns)
            throw new ArgumentException($"A row has {columns} features; the model was trained on {Columns}.", nameof(columns));
    }

    /// <summary>A categorical feature.</summary>
    /// <param name="Feature">Which one.</param>
    /// <param name="PlaceOfCode">The place of each code.</param>
    /// <param name="MissingPlace">The place of missing and unseen codes.</param>
    internal readonly record struct Category(int Feature, int[] PlaceOfCode, int MissingPlace)
    {
        /// <summary>The place of a code.</summary>
        public int PlaceOf(float code) =>
            code >= 0 && code < PlaceOfCode.Length && code == (int)code ? PlaceOfCode[(int)code] : MissingPlace;
    }
}
