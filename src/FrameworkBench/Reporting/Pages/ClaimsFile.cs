using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FrameworkBench.Claims;
using FrameworkBench.Reporting.Wording;

namespace FrameworkBench.Reporting.Pages;

/// <summary><c>claims.json</c>: the ledger as data, a list of verdicts.</summary>
internal static class ClaimsFile
{
    internal static ResultFile Write(RunResult run)
    {
        var several = run.Experiments.Where(experiment => experiment.Datasets.Count > 1).Select(experiment => experiment.Name).ToHashSet(StringComparer.Ordinal);
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartArray();
            foreach (Verdict verdict in run.Verdicts)
                Write(json, verdict, several.Contains(verdict.Experiment));
            json.WriteEndArray();
        }

        return new ResultFile("claims.json", Encoding.UTF8.GetString(stream.ToArray()) + "\n");
    }

    private static void Write(Utf8JsonWriter json, Verdict verdict, bool withDataset)
    {
        json.WriteStartObject();
        json.WriteString("id", verdict.Claim.Id);
        json.WriteString("experiment", verdict.Experiment);
        if (withDataset)
            json.WriteString("dataset", verdict.Dataset);
        json.WriteString("says", verdict.Claim.Says);
        json.WriteString("source", verdict.Claim.Source?.ToString());
        json.WriteString("engine", verdict.Engine);
        json.WriteString("verdict", VerdictWords.Key(verdict.Finding.Ruling));
        json.WriteString("evidence", verdict.Finding.Evidence);
        json.WriteEndObject();
    }
}
