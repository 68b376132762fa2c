using FrameworkBench.Experiments.Claims;

namespace FrameworkBench.Wording;

/// <summary>Says which tables a claim is about.</summary>
internal static class SliceWords
{
    /// <summary>The slice in words: <c>smooth numeric tables of 1,000 to 1,999 rows</c>.</summary>
    internal static string Of(TableSlice slice)
    {
        string[] words =
        [
            slice.Smooth switch { true => "smooth", false => "non-smooth", null => "" },
            slice.Columns switch { TableColumns.Numeric => "numeric", TableColumns.Mixed => "mixed", _ => "" },
            slice.Task switch { TableTask.Classification => "classification", TableTask.Regression => "regression", _ => "" },
            "tables",
            (slice.RowsFrom, slice.RowsBelow) switch
            {
                (null, null) => "",
                (null, int below) => $"of fewer than {Figures.Whole(below)} rows",
                (int from, null) => $"of {Figures.Whole(from)} rows or more",
                (int from, int below) => $"of {Figures.Whole(from)} to {Figures.Whole(below - 1)} rows",
            },
        ];
        return string.Join(' ', words.Where(word => word.Length > 0));
    }
}
