using System.CommandLine;
using FrameworkBench.Cli.Display;
using FrameworkBench.Cli.Json;

namespace FrameworkBench.Cli.Commands;

/// <summary><c>list</c>: what there is.</summary>
internal static class ListCommand
{
    public static Command Make()
    {
        Option<bool> json = CommonOptions.Json();
        json.Recursive = true;
        var engines = new Command("engines", "Engines, whether they are installed, and how to install them") { CommonOptions.Python };
        engines.SetAction(
            (parsed, cancellation) => EnginesCommand.ListAsync(EngineSources.Of(parsed), cancellation, parsed.GetValue(json)));
        var experiments = new Command("experiments", "Experiments and their questions");
        experiments.SetAction(parsed => Experiments(Open(parsed), parsed.GetValue(json)));
        var datasets = new Command("datasets", "Tables with size, task and license");
        datasets.SetAction(parsed => DatasetsCommand.List(parsed.GetValue(json)));
        var claims = new Command("claims", "Claims of the documents and where they are tested");
        claims.SetAction(parsed => Claims(Open(parsed), parsed.GetValue(json)));
        var list = new Command("list", "List experiments, engines, data sets or claims [default: experiments]")
        {
            experiments, engines, datasets, claims, json,
        };
        list.SetAction(parsed =>
        {
            int code = Experiments(Open(parsed), parsed.GetValue(json));
            if (!parsed.GetValue(json))
                Terminal.Complain("more to list: list engines, list datasets, list claims");
            return code;
        });
        return list;
    }

    private static Session Open(ParseResult parsed) => new(Workspace.Find(null, null), EngineSources.Of(parsed));

    private static int Experiments(Session session, bool json)
    {
        if (json)
            JsonOutput.Write(session.Experiments([]).Select(ExperimentJson.Of));
        else
            Terminal.Show(
                ["experiment", "models", "claims", "question"],
                session.Experiments([])
                    .Select(
                        experiment =>
                            new[] { experiment.Name, $"{experiment.Models.Count}", $"{experiment.Claims.Count}", experiment.Question }));
        return ExitCode.Done;
    }

    private static int Claims(Session session, bool json)
    {
        ListedClaimJson[] claims =
        [
            .. session.Experiments([])
                .SelectMany(experiment => experiment.Claims.Select(claim => ListedClaimJson.Of(experiment, claim))),
        ];
        if (json)
        {
            JsonOutput.Write(claims);
        }
        else if (Terminal.IsLive)
        {
            // Five columns would leave a claim a dozen characters.
            foreach (ListedClaimJson claim in claims)
                Terminal.Tell($"{claim.Experiment}/{claim.Id}: {claim.Says}");
        }
        else
        {
            Terminal.Show(
                ["experiment", "claim", "says", "judged", "source"],
                claims.Select(claim => new[] { claim.Experiment, claim.Id, claim.Says, claim.Judged, claim.Source ?? "" }));
        }

        return ExitCode.Done;
    }
}
