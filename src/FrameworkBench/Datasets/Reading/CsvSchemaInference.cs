using FrameworkBench.Protocol.Messages;
using FrameworkBench.Reading;

namespace FrameworkBench.Datasets.Reading;

/// <summary>Looks through a user's file once and says what its columns are.</summary>
internal static class CsvSchemaInference
{
    /// <summary>A numeric target with at most so many different whole numbers is taken as classes.</summary>
    private const int MostNumericClasses = 20;

    private static readonly string[] RowCounters = ["index", "row", "rownames", "no", "nr", "#", "Unnamed: 0"];

    /// <exception cref="DatasetException">The header is wrong, or a named column is absent.</exception>
    public static CsvSchema Infer(TableFile file, CsvWishes wishes)
    {
        (string target, string? group, string? time) = (wishes.Target, wishes.Group, wishes.Time);
        var problems = new ProblemList(file.Path, ProblemList.Screenful);
        using var records = new CsvRecords(file);
        string[] header = records.ReadHeader(problems);
        if (!header.Contains(target))
            problems.AddOfTable($"no column '{target}' to predict; {ClosestName.Hint(target, header)}", records.Line);
        string[] named = [.. wishes.Categorical, .. wishes.Numeric, .. wishes.Ignored, .. new[] { group, time }.OfType<string>()];
        foreach (string name in named.Where(name => !header.Contains(name)))
            problems.AddOfTable($"no column '{name}'; {ClosestName.Hint(name, header)}", records.Line);
        if (target == group || target == time)
            problems.AddOfTable(
                $"'{target}' is the target; expected another column as the {(target == group ? "group" : "time")}", records.Line);
        if (group is not null && time is not null)
            problems.AddOfTable(DatasetException.GroupAndTime);
        DatasetException.ThrowIfAny(problems);

        CsvColumnProfile[] profiles = [.. header.Select(_ => new CsvColumnProfile())];
        int rows = 0;
        while (records.Read())
        {
            rows++;
            for (int field = 0; field < Math.Min(records.Count, header.Length); field++)
                profiles[field].Add(records[field]);
        }

        var columns = new Dictionary<string, CsvColumn>(StringComparer.Ordinal);
        List<string> notes = file.Note is { } converted ? [converted] : [];
        CsvColumnProfile targetProfile = profiles[Array.IndexOf(header, target)];
        for (int field = 0; field < header.Length; field++)
        {
            string name = header[field];
            if (name == target)
                continue;
            if (wishes.Ignored.Contains(name))
                columns[name] = new CsvColumn(ColumnRole.Ignored);
            else if (wishes.Categorical.Contains(name))
                columns[name] = new CsvColumn(ColumnRole.Categorical);
            else if (wishes.Numeric.Contains(name))
                columns[name] = new CsvColumn(ColumnRole.Numeric, Evidence: "the experiment says that the column is numeric");
            else if (profiles[field].CountsRows && IsNameOfCounter(name))
                columns[name] = LeftOut(name, "it numbers the rows", notes);
            else if (profiles[field].IsNumeric)
                columns[name] = new CsvColumn(ColumnRole.Numeric, Evidence: profiles[field].Evidence);
            else if (profiles[field].IsIdentifier)
                columns[name] = LeftOut(
                    name, profiles[field].ForeignNumbers ?? $"{profiles[field].Variety}, like names rather than categories", notes);
            else
                columns[name] = Categorical(name, profiles[field].ForeignNumbers, notes);
        }

        TaskKind? inferred = wishes.Task ?? InferTask(targetProfile);
        string? targetNote = inferred == TaskKind.Regression ? null : targetProfile.ForeignNumbers;
        if (targetNote is not null)
            notes.Add($"the target '{target}' is read as classes: {targetNote}");

        return new CsvSchema
        {
            Origin = "this file",
            Target = target,
            Task = inferred,
            TargetNote = targetNote,
            RowsSeen = rows,
            Columns = columns,
            Group = group,
            Time = time,
            Notes = notes,
        };
    }

    /// <summary>A column may count days, which is informative; by its name it counts rows.</summary>
    internal static bool IsNameOfCounter(string name) =>
        name.EndsWith("id", StringComparison.OrdinalIgnoreCase) || RowCounters.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static CsvColumn Categorical(string name, string? looksNumeric, List<string> notes)
    {
        if (looksNumeric is not null)
            notes.Add($"column '{name}' is read as categories: {looksNumeric}");
        return new CsvColumn(ColumnRole.Categorical);
    }

    private static CsvColumn LeftOut(string name, string reason, List<string> notes)
    {
        notes.Add($"column '{name}' is left out: {reason}");
        return new CsvColumn(ColumnRole.Ignored);
    }

    private static TaskKind? InferTask(CsvColumnProfile target)
    {
        bool values = target.IsNumeric && !(target.OnlyWholeNumbers && target.DistinctUpToLimit <= MostNumericClasses);
        return values ? TaskKind.Regression : null;
    }
}
