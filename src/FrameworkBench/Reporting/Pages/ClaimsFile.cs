using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FrameworkBench.Claims;
using FrameworkBench.Experiments;
using FrameworkBench.Reporting.Summaries;
using FrameworkBench.Reporting.Wording;

namespace FrameworkBench.Reporting.Pages;

/// <summary><c>claims.json</c>: the ledger as data, a list of verdicts.</summary>
internal static class ClaimsFile
{
    internal const string Name = "claims.json";

    internal static ResultFile Write(IReadOnlyList<ExperimentResults> experiments)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartArray();
            foreach (ExperimentResults results in experiments)
            {
                foreach (Verdict verdict in results.Verdicts)
                    Write(json, verdict, results.Experiment);
            }

            json.WriteEndArray();
        }

        return new ResultFile(Name, Encoding.UTF8.GetString(stream.ToArray()) + "\n");
    }

    private static void Write(Utf8JsonWriter json, Verdict verdict, Experiment experiment)
    {
        json.WriteStartObject();
        json.WriteString("id", verdict.Claim.Id);
        json.WriteString("experiment", verdict.Experiment);
        if (verdict.Dataset is null)
            json.WriteString("judged", ClaimScope.Of(experiment, verdict.Claim));
        else if (experiment.Datasets.Count > 1)
            json.WriteString("dataset", verdict.Dataset);
        json.WriteString("says", verdict.Claim.Says);
        json.WriteString("source", verdict.Claim.Source?.ToString());
        json.WriteString("engine", verdict.Engine);
        json.WriteString("verdict", VerdictWords.Key(verdict.Finding.Ruling));
        json.WriteString("evidence", verdict.Finding.Evidence);
        json.WriteEndObject();
    }
}
