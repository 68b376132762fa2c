using FrameworkBench.Protocol.Messages;
using FrameworkBench.Reading;

namespace FrameworkBench.Datasets.Reading;

/// <summary>Gathers the target column: texts of classes, or values.</summary>
internal sealed class CsvTarget(CsvSchema schema, ProblemList problems)
{
    /// <summary>More classes than rows ÷ this cannot be learned: the column is something else.</summary>
    private const int FewestRowsPerClass = 2;

    private readonly List<int> codes = [];
    private readonly List<double> values = [];
    private readonly TextCodes classCodes = new();

    /// <summary>The values of a regression's rows.</summary>
    public double[] Values => [.. values];

    public void Add(string text, int line)
    {
        if (CsvField.IsMissing(text) && schema.Classes?.Contains(text) != true)
            problems.AddOfTable(
                $"{CsvField.Missing(text)}; every row needs a target", line, schema.Target);
        else if (schema.Task == TaskKind.Regression)
            AddValue(text, line);
        else
            AddClass(text, line);
    }

    /// <summary>The classes in their order and each row's index among them.</summary>
    public (IReadOnlyList<string> Classes, int[] Labels) Finish()
    {
        if (schema.Task == TaskKind.Regression)
        {
            CheckSpread();
            return ([], []);
        }

        (IReadOnlyList<string> seen, int[] places) = classCodes.InStableOrder();
        IReadOnlyList<string> classes = schema.Classes ?? seen;
        if (classCodes.Count == 1)
            problems.AddOfTable(
                $"only one class, {CsvField.Quoted(classCodes.Texts.First())}; a classification needs at least two", column: schema.Target);
        else if (schema.Task == TaskKind.Binary && classCodes.Count > 2)
            problems.AddOfTable(
                $"{classCodes.Count} classes ({string.Join(", ", classes.Take(5).Select(ScalarNode.Shorten))}"
                    + $"{(classes.Count > 5 ? " …" : "")}); a binary task has two",
                column: schema.Target);
        else if (schema.Classes is null && classCodes.Count > 2 && classCodes.Count * FewestRowsPerClass > codes.Count)
            problems.AddOfTable(
                $"{classCodes.Count} different classes in {codes.Count} rows; is the target another column, or a regression?{Hint}",
                column: schema.Target);
        if (schema.Classes is { } declared)
        {
            foreach (string absent in declared.Where(name => classCodes.Find(name) is null))
                problems.AddOfTable($"no row of class '{absent}', which {schema.Origin} names", column: schema.Target);
        }

        if (problems.Any)
            return (classes, []);
        if (schema.Classes is not null)
        {
            foreach ((int place, string name) in classes.Index())
                places[classCodes.Find(name)!.Value] = place;
        }

        return (classes, [.. codes.Select(code => places[code])]);
    }

    private string Hint => schema.TargetNote is { } note ? $" {note}" : "";

    private void AddValue(string text, int line)
    {
        if (!CsvField.TryParseNumber(text, out double value))
            problems.AddOfTable($"{CsvField.Quoted(text)} is not a number; the target of a regression is numeric", line, schema.Target);
        else if (double.IsInfinity(value))
            problems.AddOfTable($"{CsvField.Quoted(text)} is infinite; expected a finite number", line, schema.Target);
        else if (FloatRange.IsBeyond(value))
            problems.AddOfTable($"{CsvField.Quoted(text)} {FloatRange.Beyond}", line, schema.Target);
        values.Add(value);
    }

    private void AddClass(string text, int line)
    {
        if (schema.Classes is { } declared && !declared.Contains(text))
        {
            string hint = problems.IsFull ? "" : ClosestName.Hint(text, [.. declared]);
            problems.AddOfTable($"{CsvField.Quoted(text)} is not a class that {schema.Origin} names; {hint}", line, schema.Target);
            return;
        }

        codes.Add(classCodes.Of(text));
    }

    private void CheckSpread()
    {
        if (values.Count > 0 && values.TrueForAll(value => value == values[0]))
            problems.AddOfTable($"every row has the value {values[0]}; there is nothing to predict", column: schema.Target);
    }
}
