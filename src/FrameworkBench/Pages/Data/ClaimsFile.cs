using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FrameworkBench.Claims;
using FrameworkBench.Claims.Register;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Protocol;
using FrameworkBench.Results.Summaries;

namespace FrameworkBench.Pages.Data;

/// <summary><c>claims.json</c>: the verdicts on an experiment's claims, as data.</summary>
internal static class ClaimsFile
{
    internal const string Name = "claims.json";

    internal static string PathOf(string experiment) => $"{experiment}/{Name}";

    internal static ResultFile Write(ExperimentResults results)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartArray();
            foreach (Verdict verdict in results.Verdicts)
                Write(json, verdict, results.Experiment);
            json.WriteEndArray();
        }

        return new ResultFile(PathOf(results.Experiment.Name), Encoding.UTF8.GetString(stream.ToArray()) + "\n");
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
        Numbers(json, verdict.Finding);
        Test(json, verdict.Claim);
        json.WriteBoolean("registered", verdict.Registration == Registration.Registered);
        json.WriteString("registration", RegistrationWords.Key(verdict.Registration));
        if (verdict.Hash is { } hash)
            json.WriteString("hash", hash);
        json.WriteEndObject();
    }

    // To the last digit; an end without bound, which JSON cannot say, is left out.
    private static void Numbers(Utf8JsonWriter json, Finding finding)
    {
        Number("estimate", finding.Estimate);
        Number("low", finding.Interval?.Low);
        Number("high", finding.Interval?.High);
        Number("confidence", finding.Interval?.Confidence);
        Number("p", finding.PValue);

        void Number(string name, double? value)
        {
            if (value is double number && double.IsFinite(number))
                json.WriteNumber(name, number);
        }
    }

    // As experiments write it.
    private static void Test(Utf8JsonWriter json, ClaimSpec claim)
    {
        json.WriteStartObject("test");
        json.WriteString("kind", claim.Kind);
        json.WriteString("model", claim.Model);
        if (claim.Against is { } against)
            json.WriteString("against", against);
        json.WriteString("metric", claim.Metric.ToString());
        if (claim.Printed.Count > 0)
        {
            json.WriteStartObject("printed");
            foreach (PrintedFigure printed in claim.Printed)
                json.WriteNumber(printed.Metric.ToString(), printed.Value);
            json.WriteEndObject();
        }

        foreach (
            (string name, double? value) in new[] { ("value", claim.Value), ("margin", claim.Margin),
            ("margin_share", claim.MarginShare), ("share", claim.Share), ("confidence", claim.Confidence),
            ("train_rows", claim.TrainRows) })
        {
            if (value is double number)
                json.WriteNumber(name, number);
        }

        if (claim.ByConstruction is { } reason)
            json.WriteString("by_construction", reason);
        foreach ((string name, TableSlice? slice) in new[] { ("tables", claim.Tables), ("against_tables", claim.AgainstTables) })
        {
            if (slice is null)
                continue;
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, slice, ProtocolJson.Options);
        }

        json.WriteEndObject();
    }
}
