using System.Globalization;
using System.Text;
using FrameworkBench.Asking.Recognition;

namespace FrameworkBench.Tests.Keeping;

/// <summary>A table with a column of every kind: numbers of another country, dates, answers, few and many categories.</summary>
internal static class SmallTable
{
    private static readonly NumberFormatInfo German = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary>Writes the table and reads it as <c>ask</c> does.</summary>
    public static (string Path, UnderstoodTable Table) Write(TemporaryFolder folder, bool classes = false)
    {
        string path = folder.Write("small.csv", Text(classes));
        return (path, TableReader.Read(new TableQuestion(path, "Preis")));
    }

    /// <summary>The table's text.</summary>
    public static string Text(bool classes)
    {
        var random = new Random(1);
        var text = new StringBuilder("Fläche;Lage;Stadt;Garten;Datum;Preis\n");
        for (int row = 0; row < 90; row++)
        {
            double area = 1_000 * random.NextDouble(), price = (area * 2_500) + (row % 3 * 90_000);
            string target = classes ? (price > 1_000_000 ? "teuer" : "billig") : price.ToString("N2", German) + " €";
            text.Append(German, $"{(row % 13 == 0 ? "" : area.ToString("N1", German))};{"ABC"[row % 3]};Stadt {random.Next(12)};");
            text.Append(German, $"{(row % 2 == 0 ? "ja" : "nein")};{(row % 28) + 1}.{(row % 12) + 1}.{2015 + (row % 3)};{target}\n");
        }

        return text.ToString();
    }
}
