using FrameworkBench.Experiments;
using FrameworkBench.Reporting;
using FrameworkBench.Tuning;

namespace FrameworkBench.Cli.Commands;

/// <summary>The experiments with the settings that a search found best, one a table.</summary>
internal static class TunedFiles
{
    /// <summary>Makes the files; none of a table on which no candidate gave predictions.</summary>
    public static IReadOnlyList<ResultFile> Of(ExperimentText source, Experiment asked, RunResult result, string folder)
    {
        var files = new List<ResultFile>();
        foreach (var table in SearchSummary.Of(result.Results).GroupBy(search => search.Dataset))
        {
            TunedModel[] models = [.. table.Where(search => search.Best is not null).SelectMany(search => Pair(asked, search))];
            if (models.Length == 0)
                continue;
            string name = asked.Datasets.Count == 1 ? $"{asked.Name}-tuned" : $"{asked.Name}-{table.Key}-tuned";
            string comment = $"# The best settings that a search of {table.First().Candidates.Count} candidates found on {table.Key}, beside the models as they were written.\n";
            files.Add(new ResultFile($"{name}.yaml", comment + TunedExperiment.Write(source.Path, source.Yaml, table.Key, models, $"{asked.Title}, tuned", folder)));
        }

        return files;
    }

    private static IEnumerable<TunedModel> Pair(Experiment asked, SearchSummary search)
    {
        // The tuned one of a model that had no twin got a name of its own.
        ExperimentModel model = asked.Models.First(model => model.Name == search.Model.Name || $"{model.Name}-tuned" == search.Model.Name);
        ExperimentModel? written = TuningExperiment.AsWritten(asked, model);
        yield return new TunedModel(model.Name, written?.Name ?? model.Name, written?.Title ?? model.Title, new Dictionary<string, string>());
        yield return new TunedModel(model.Name, search.Model.Name, search.Model.Title, search.Best!.Settings);
    }
}
