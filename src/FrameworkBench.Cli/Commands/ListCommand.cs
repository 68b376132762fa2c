using System.CommandLine;
using FrameworkBench.Claims;
using FrameworkBench.Cli.Display;

namespace FrameworkBench.Cli.Commands;

/// <summary><c>list</c>: what there is.</summary>
internal static class ListCommand
{
    public static Command Make()
    {
        var python = CommonOptions.Python();
        var engines = new Command("engines", "Engines, whether they are installed, and how to install them") { python };
        engines.SetAction((parsed, cancellation) => EnginesCommand.ListAsync(parsed.GetValue(python), cancellation));
        var experiments = new Command("experiments", "Experiments and their questions");
        experiments.SetAction(_ => Experiments());
        var datasets = new Command("datasets", "Tables with size, task and licence");
        datasets.SetAction(_ => DatasetsCommand.List());
        var claims = new Command("claims", "Claims of the documents and where they are tested");
        claims.SetAction(_ => Claims());
        return new Command("list", "List experiments, engines, data sets or claims") { experiments, engines, datasets, claims };
    }

    private static Session Open() => new(Workspace.Find(null, null), python: null);

    private static int Experiments()
    {
        Terminal.Show(
            ["experiment", "models", "claims", "question"],
            Open().Experiments([]).Select(experiment => new[] { experiment.Name, $"{experiment.Models.Count}", $"{experiment.Claims.Count}", experiment.Question }));
        return ExitCode.Done;
    }

    private static int Claims()
    {
        Terminal.Show(
            ["experiment", "claim", "says", "judged", "source"],
            Open().Experiments([]).SelectMany(experiment => experiment.Claims.Select(claim => new[]
            {
                experiment.Name, claim.Id, claim.Says, ClaimScope.Of(experiment, claim), (claim.Source ?? experiment.Source)?.ToString() ?? "",
            })));
        return ExitCode.Done;
    }
}
