using System.Text;
using FrameworkBench.Asking.Recognition;
using FrameworkBench.Keeping;
using FrameworkBench.Tests.Keeping;

namespace FrameworkBench.Tests.HostileInput;

/// <summary>Whatever <c>ask</c> and <c>predict</c> are given, it is read or refused.</summary>
public sealed class HostileAskTests : IDisposable
{
    private static readonly ColumnReading[] Readings = Enum.GetValues<ColumnReading>();

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Tables_to_ask_about()
    {
        string path = Path.Combine(folder.Path, "table.csv");
        int turn = 0;

        WrongFiles.Read(
            new[] { SmallTable.Text(classes: false), SmallTable.Text(classes: true), Plain() }.Select(Encoding.UTF8.GetBytes),
            bytes =>
            {
                File.WriteAllBytes(path, bytes);
                string target = bytes.AsSpan().StartsWith("n;"u8) ? "y" : "Preis";
                Dictionary<string, ColumnReading> readings = new() { ["Lage"] = Readings[turn++ % Readings.Length] };
                _ = TableReader.Read(new TableQuestion(path, target)
                {
                    MostRows = 1 + (turn % 100),
                    Readings = turn % 4 == 0 ? readings : [],
                });
            }, least: WrongFiles.Number / 8);
    }

    [Fact]
    public void Readings_of_columns()
    {
        string path = Path.Combine(folder.Path, "table.columns.yaml");
        string text = ReadingsFile.Write(SmallTable.Write(folder).Table, "table.csv");

        WrongFiles.Read([Encoding.UTF8.GetBytes(text)], bytes =>
        {
            File.WriteAllBytes(path, bytes);
            _ = ReadingsFile.Read(path);
        });
    }

    [Fact]
    public void Tables_to_predict()
    {
        (_, UnderstoodTable table) = SmallTable.Write(folder);
        KeptModel model = KeptFits.Keep(table, "linear").Model;
        string path = Path.Combine(folder.Path, "new.csv");
        string text = string.Join('\n', SmallTable.Text(classes: false).Split('\n')[..12]) + "\n";

        WrongFiles.Read([Encoding.UTF8.GetBytes(text)], bytes =>
        {
            File.WriteAllBytes(path, bytes);
            _ = PredictedRows.Of(model, NewRows.Read(path, model));
        }, least: WrongFiles.Number / 8);
    }

    [Fact]
    public void Kept_models()
    {
        UnderstoodTable table = SmallTable.Write(folder).Table;
        byte[][] models = [.. new[] { "linear", "boosted" }.Select(name => BytesOf(KeptFits.Keep(table, name).Model))];

        WrongFiles.Read(models, bytes =>
        {
            KeptModel model = KeptModelFile.Read("model.fb", HostileEngineTests.WithChecksum(bytes));
            if (model.Categories.Count == table.Dataset.Features.Columns)
                _ = model.Predict(table.Dataset.Features);
        });
    }

    private static string Plain() =>
        string.Concat(Enumerable.Range(0, 60).Select(i => $"{i};{i % 7};{(i % 3 == 0 ? "no" : "yes")}\n").Prepend("n;m;y\n"));

    private static byte[] BytesOf(KeptModel model)
    {
        using var stream = new MemoryStream();
        KeptModelFile.Write(stream, model);
        return stream.ToArray();
    }
}
