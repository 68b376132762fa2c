using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Searches;
using FrameworkBench.Pages;
using FrameworkBench.Results;
using FrameworkBench.Tuning;

namespace FrameworkBench.Cli.Commands;

/// <summary>The experiments with the settings that a search found best, one a table.</summary>
internal static class TunedFiles
{
    /// <summary>Makes the files; none of a table on which no candidate gave predictions.</summary>
    /// <param name="source">The experiment's text.</param>
    /// <param name="asked">The experiment.</param>
    /// <param name="pairs">Its models, as they were tuned.</param>
    /// <param name="result">What came of it.</param>
    /// <param name="folder">The results folder.</param>
    public static IReadOnlyList<ResultFile> Of(
        ExperimentText source, Experiment asked, IReadOnlyList<TuningPair> pairs, RunResult result, string folder)
    {
        var files = new List<ResultFile>();
        string own = result.Experiments[0].Name, engine = result.Engines[0].Name;
        bool foreign = pairs.Select(pair => pair.Source.Engines?.For(Profile.Default)).Append(asked.Engines)
            .Any(only => only?.Contains(engine) == false);
        foreach (var table in SearchSummary.Of(result.Results).GroupBy(search => search.Dataset))
        {
            SearchSummary[] found = [.. table.Where(search => search.Best is not null)];
            if (found.Length == 0)
                continue;
            TunedModel[] models =
                [.. found.SelectMany(search => ModelsOf(pairs.First(pair => pair.Tuned.Name == search.Model.Name), search))
                    .DistinctBy(model => model.Name)];
            string name = ExperimentNames.ForExperiment(asked.Datasets.Count == 1 ? asked.Name : $"{asked.Name}-{table.Key}", "-tuned");
            string comment = $"# The best settings that a search found on {table.Key}, beside the default models. Candidates: "
                + $"{string.Join(", ", found.Select(search => $"{search.Candidates.Count} of {search.Model.Name}"))}.\n";
            files.Add(
                new ResultFile(
                    $"{own}/{name}.yaml",
                    comment + TunedExperiment.Write(
                        source.Path, source.Yaml, table.Key, models, $"{asked.Title}, tuned", Path.Combine(folder, own),
                        foreign ? engine : null)));
        }

        return files;
    }

    private static IEnumerable<TunedModel> ModelsOf(TuningPair pair, SearchSummary search)
    {
        yield return new TunedModel(pair.Written.Name, pair.Written.Name, pair.Written.Title, new Dictionary<string, string>());
        yield return new TunedModel(pair.Source.Name, pair.Tuned.Name, pair.Tuned.Title, search.Best!.Settings);
    }
}
