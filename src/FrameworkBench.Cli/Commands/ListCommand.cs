using System.CommandLine;
using FrameworkBench.Claims;
using FrameworkBench.Cli.Display;

namespace FrameworkBench.Cli.Commands;

/// <summary><c>list</c>: what there is.</summary>
internal static class ListCommand
{
    public static Command Make()
    {
        var engines = new Command("engines", "Engines, whether they are installed, and how to install them") { CommonOptions.Python };
        engines.SetAction((parsed, cancellation) => EnginesCommand.ListAsync(EngineSources.Of(parsed), cancellation));
        var experiments = new Command("experiments", "Experiments and their questions");
        experiments.SetAction(parsed => Experiments(Open(parsed)));
        var datasets = new Command("datasets", "Tables with size, task and licence");
        datasets.SetAction(_ => DatasetsCommand.List());
        var claims = new Command("claims", "Claims of the documents and where they are tested");
        claims.SetAction(parsed => Claims(Open(parsed)));
        return new Command("list", "List experiments, engines, data sets or claims") { experiments, engines, datasets, claims };
    }

    private static Session Open(ParseResult parsed) => new(Workspace.Find(null, null), EngineSources.Of(parsed));

    private static int Experiments(Session session)
    {
        Terminal.Show(
            ["experiment", "models", "claims", "question"],
            session.Experiments([])
                .Select(
                    experiment =>
                        new[] { experiment.Name, $"{experiment.Models.Count}", $"{experiment.Claims.Count}", experiment.Question }));
        return ExitCode.Done;
    }

    private static int Claims(Session session)
    {
        Terminal.Show(
            ["experiment", "claim", "says", "judged", "source"],
            session.Experiments([]).SelectMany(experiment => experiment.Claims.Select(claim => new[]
            {
                experiment.Name, claim.Id, claim.Says, ClaimScope.Of(experiment, claim),
                (claim.Source ?? experiment.Source)?.ToString() ?? "",
            })));
        return ExitCode.Done;
    }
}
