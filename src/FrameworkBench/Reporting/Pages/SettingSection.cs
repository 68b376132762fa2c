using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Reporting.Markdown;
using FrameworkBench.Reporting.Summaries;
using FrameworkBench.Reporting.Wording;
using FrameworkBench.Trials;

namespace FrameworkBench.Reporting.Pages;

/// <summary>How an experiment was done: data, division, preparation, seeds, and each model in words.</summary>
internal static class SettingSection
{
    private const int MostDatasets = 6;

    internal static void Write(MarkdownDocument page, ExperimentResults results)
    {
        Experiment experiment = results.Experiment;
        page.Heading(2, "Setting");
        string[] inputs = [.. experiment.Models.Select(model => Inputs(results, model))];
        bool alike = inputs.Distinct().Count() <= 1;
        int[] seeds = [.. experiment.Models.Select(model => Seeds(results, model))];
        bool sameSeeds = seeds.Distinct().Count() <= 1;
        var models = new MarkdownTable([
            "model", "what it is", .. alike ? Array.Empty<string>() : ["inputs"], .. sameSeeds ? Array.Empty<string>() : [">seeds"]]);
        for (int i = 0; i < inputs.Length; i++)
        {
            ExperimentModel model = experiment.Models[i];
            models.Add([
                $"**{MarkdownText.Escape(model.Title)}**", MarkdownText.Escape(ModelWords.Describe(model.Spec)),
                .. alike ? Array.Empty<string>() : [MarkdownText.Escape(inputs[i])],
                .. sameSeeds ? Array.Empty<string>() : [FormattableString.Invariant($"{seeds[i]}")]]);
        }

        string[] shared = alike && inputs is [{ Length: > 0 } same, ..] ? [$"**Inputs**: {MarkdownText.Escape(same)}"] : [];
        page.List([.. Data(results), .. shared, .. Protocol(results)]).Table(models);
        if (experiment.Notes.Count > 0)
            page.Heading(3, "To know").List([.. experiment.Notes.Select(MarkdownText.Escape)]);
    }

    private static IEnumerable<string> Data(ExperimentResults results)
    {
        foreach (string name in results.Experiment.Datasets.Take(MostDatasets))
        {
            if (InputOf(results, name) is not { } input)
                continue;
            yield return $"**Data**: {MarkdownText.Code(name)}, {MarkdownText.Escape(DataWords.Describe(input.Dataset))}";
            foreach (string note in input.Dataset.Notes)
                yield return $"About {MarkdownText.Code(name)}: {MarkdownText.Escape(note)}";
        }

        int more = results.Experiment.Datasets.Count - MostDatasets;
        if (more > 0)
            yield return $"**Data**: {more} more: {string.Join(", ", results.Experiment.Datasets.Skip(MostDatasets).Select(MarkdownText.Code))}";
    }

    private static IEnumerable<string> Protocol(ExperimentResults results)
    {
        Experiment experiment = results.Experiment;
        string sizes = experiment.Datasets.Count == 1 && InputOf(results, experiment.Datasets[0]) is { } input ? $": {DataWords.Sizes(input.Split)}" : "";
        yield return $"**Division**: {MarkdownText.Escape(Plan(results))}{sizes}";
        int[] seeds = [.. experiment.Models.Select(model => Seeds(results, model)).Distinct()];
        if (seeds.Length == 1)
            yield return $"**Seeds**: {(seeds[0] == 1 ? "1" : FormattableString.Invariant($"{seeds[0]} a model, from 0 on"))}, the same for every engine";
        yield return $"**Arithmetic**: {(experiment.Precision == Precision.Float32 ? "32-bit" : "64-bit")} floating point";
    }

    private static string Plan(ExperimentResults results)
    {
        // The profile that was run shows in the number of splits.
        int splits = results.Models.SelectMany(model => model.Trials).Select(trial => trial.Trial.Split).DefaultIfEmpty().Max() + 1;
        var plans = results.Experiment.Split;
        return DataWords.Describe(new[] { plans.Default, plans.Full, plans.Quick }.FirstOrDefault(plan => plan.Count == splits) ?? plans.Default);
    }

    private static string Inputs(ExperimentResults results, ExperimentModel model)
    {
        TrialInput? input = results.Models.FirstOrDefault(found => found.Model.Name == model.Name)?.Trials[0].Input;
        if (input is null)
            return "";
        string? validation = DataWords.Describe(model.Validation);
        string sizes = validation is not null && results.Experiment.Datasets.Count == 1 ? $" ({DataWords.Sizes(input.Split)})" : "";
        return string.Join("; ", new[] { DataWords.Describe(model.Preparation, input), validation is null ? null : validation + sizes }.Where(text => !string.IsNullOrEmpty(text)));
    }

    private static int Seeds(ExperimentResults results, ExperimentModel model) =>
        results.Models.Where(found => found.Model.Name == model.Name).SelectMany(found => found.Trials).Select(trial => trial.Trial.Seed).Distinct().Count();

    private static TrialInput? InputOf(ExperimentResults results, string dataset) =>
        results.Models.FirstOrDefault(model => model.Dataset == dataset)?.Trials[0].Input;
}
