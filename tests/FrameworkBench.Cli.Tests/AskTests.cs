using System.Globalization;
using System.Text;

namespace FrameworkBench.Cli.Tests;

/// <summary>Tables asked about through the real program.</summary>
public sealed class AskTests : IDisposable
{
    private static readonly NumberFormatInfo German = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_table_gets_an_answer_a_page_beside_it_and_a_model_that_predicts_and_is_exported()
    {
        string table = WriteTable();

        Invocation asked = await AskAsync(table, "--target", "Preis", "--time", "60s", "--repeats", "1", "--save", folder["häuser.fb"]);

        Assert.True(asked.ExitCode == 0, asked.Output + asked.Errors);
        Assert.Contains("Preis   target: number  decimal comma, thousands separated, currency", asked.Output, StringComparison.Ordinal);
        Assert.Contains("First answer, default settings: ", asked.Output, StringComparison.Ordinal);
        Assert.Contains("Next: ", asked.Output, StringComparison.Ordinal);
        Assert.Contains("# Network or trees for häuser?", await ReadAsync("häuser.md"), StringComparison.Ordinal);
        Assert.Contains("data:image/svg+xml", await ReadAsync("häuser.html"), StringComparison.Ordinal);
        Assert.Contains("fitted on all 60 rows", Unwrapped(asked.Output), StringComparison.Ordinal);
        Assert.Equal("", asked.Errors);

        Invocation predicted = await Invocation.RunAsync("predict", folder["häuser.fb"], table);
        Invocation toFile = await Invocation.RunAsync("predict", folder["häuser.fb"], table, "--out", folder["preise.csv"]);
        Invocation exported = await Invocation.RunAsync("export", folder["häuser.fb"], "--onnx", folder["häuser.onnx"]);

        Assert.Equal(61, predicted.Output.TrimEnd().Split('\n').Length);
        Assert.Contains("Score on 60 rows whose 'Preis' is known: RMSE", Unwrapped(predicted.Errors), StringComparison.Ordinal);
        Assert.Equal(predicted.Output, await File.ReadAllTextAsync(folder["preise.csv"], TestContext.Current.CancellationToken));
        Assert.Contains("60 rows predicted by ", toFile.Output, StringComparison.Ordinal);
        Assert.EndsWith("Lage; output value", Unwrapped(exported.Output), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--as: 'Lage' names no kind; expected COLUMN=KIND, such as Lage=number", "--target", "Preis", "--as", "Lage")]
    [InlineData(
        "--as: 'nr' is not a kind of column; choose from number, category, yes_no, date, group, ignore",
        "--target", "Preis", "--as", "Lage=nr")]
    [InlineData("--time: 'soon' is not a time; expected seconds or minutes, such as 60s or 5m", "--target", "Preis", "--time", "soon")]
    [InlineData("--time must be from 5s to a day, found 1s", "--target", "Preis", "--time", "1s")]
    [InlineData("--save: no folder", "--target", "Preis", "--save", "/nowhere/at/all/model.fb")]
    [InlineData("no column 'Pries' to predict; did you mean 'Preis'?", "--target", "Pries")]
    [InlineData("no column 'Lge'; did you mean 'Lage'?", "--target", "Preis", "--as", "Lge=category")]
    [InlineData("which column should be predicted? Give --target COLUMN, one of Fläche, Lage, Preis")]
    public async Task Wrong_input_is_told_and_nothing_is_written(string expected, params string[] arguments)
    {
        Invocation wrong = await AskAsync([WriteTable(), .. arguments]);

        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains(expected, wrong.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["pages"]));
    }

    private static string Unwrapped(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private Task<Invocation> AskAsync(params string[] arguments) =>
        Invocation.RunAsync(["ask", .. arguments, "--store", folder["store"], "--results", folder["pages"]]);

    private Task<string> ReadAsync(string page) =>
        File.ReadAllTextAsync(Path.Combine(folder["pages"], page), TestContext.Current.CancellationToken);

    // Three places; the area counts most.
    private string WriteTable()
    {
        var random = new Random(1);
        var text = new StringBuilder("Fläche;Lage;Preis\n");
        for (int row = 0; row < 60; row++)
        {
            double area = 30 + (200 * random.NextDouble()), price = (area * 2_500) + (row % 3 * 90_000) + (80_000 * random.NextDouble());
            text.Append(German, $"{area:F1};{"ABC"[row % 3]};{price:N2} €\n");
        }

        return folder.Write("häuser.csv", text.ToString());
    }
}
