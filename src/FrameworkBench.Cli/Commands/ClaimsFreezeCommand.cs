using System.CommandLine;
using FrameworkBench.Claims.Register;
using FrameworkBench.Cli.Display;
using FrameworkBench.Experiments;
using FrameworkBench.Trials;
using FrameworkBench.Verification;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Commands;

/// <summary><c>claims freeze</c>: writes the register of claims, so that whatever decides a verdict cannot change unnoticed.</summary>
internal static class ClaimsFreezeCommand
{
    public static Command Make()
    {
        var experiment = new Option<string[]>("--experiment", "-x")
        {
            Description = "Only the claims of these experiments",
            HelpName = "NAME",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var results = new Option<string?>("--results")
        {
            Description = $"Folder of results that were seen, besides {Workspace.ResultsFolder} and those in .frameworkbench",
            HelpName = "FOLDER",
        };
        var register = CommonOptions.Register();
        var command = new Command("freeze", "Write the hash of every claim, its data, models, splits and seeds to experiments/claims.lock")
        {
            experiment, results, register,
        };
        command.SetAction(parsed => Freeze(
            Find(parsed.GetValue(results), parsed.GetValue(register)),
            parsed.GetValue(experiment) ?? [],
            EngineSources.Of(parsed)));
        return command;
    }

    // The register is written, so that it may be new; a folder that was mistyped would hide what was seen.
    private static Workspace Find(string? results, string? register)
    {
        var workspace = Workspace.Find(null, results);
        if (results is not null && !Directory.Exists(results))
            throw new WrongInputException($"{Workspace.Shown(workspace.Results)}: no such results folder");
        if (register is null)
            return workspace;
        string path = Path.GetFullPath(register), folder = Path.GetDirectoryName(path)!;
        return Directory.Exists(folder)
            ? workspace with { Register = path }
            : throw new WrongInputException($"{Workspace.Shown(path)}: no such folder to write the register to");
    }

    private static int Freeze(Workspace workspace, string[] names, EngineSources sources)
    {
        var session = new Session(workspace, sources);
        string path = workspace.Register;
        IReadOnlyList<Experiment> experiments = session.Experiments(names);
        var fingerprints = new Fingerprinting(session.Catalog, new PlanOptions());
        FrozenClaim[] claims =
        [
            .. from experiment in experiments
               from claim in experiment.Claims
               select new FrozenClaim(experiment, claim, fingerprints.Of(experiment, claim)),
        ];
        var results = new SeenResults(workspace.SeenResults);
        var elsewhere = new SortedSet<string>(StringComparer.Ordinal);
        HashSet<string> concerned = [.. experiments.Select(experiment => experiment.Name)];
        var before = ClaimRegister.Read(path);
        (ClaimRegister frozen, IReadOnlyList<RegisterChange> changes) = before.Freeze(
            claims, Seen, entry => names.Length == 0 || concerned.Contains(entry.Experiment));
        frozen.Write(path);
        Show(claims, frozen, changes, path);
        if (elsewhere.Count > 0)
            Terminal.Complain($"Such results on the same tables are those of {Phrase.And([.. elsewhere])}.");
        return ExitCode.Done;

        IReadOnlyList<Draws> Seen(FrozenClaim claim)
        {
            var others = results.OnTables(claim, fingerprints.ChecksumsOf(claim.Experiment, claim.Claim));
            elsewhere.UnionWith(others.Select(run => run.Experiment));
            return [.. OfName(claim.Experiment).Concat(others.Select(run => run.Draws)).Distinct()];
        }

        // Results of before there were registers do not say what they were run with: their splits are taken for those of now.
        IReadOnlyList<Draws> OfName(Experiment experiment) =>
            results.Of(experiment.Name) is { Count: > 0 } runs ? [.. runs.Select(run => run.Draws)]
            : before.Entries.Any(entry => entry.Experiment == experiment.Name) ? []
            : [.. new[] { SeenInData(experiment, workspace.Results) }.OfType<Draws>()];
    }

    private static Draws? SeenInData(Experiment experiment, string results)
    {
        var rows = TrialTable.Read(results, experiment.Name)?.Rows ?? [];
        long[] seeds = [.. rows.Select(row => (long)(row.Number("seed") ?? 0))];
        return seeds.Length == 0
            ? null
            : Draws.Of(experiment, new PlanOptions()) with { FirstSeed = seeds.Min(), Seeds = (int)(seeds.Max() - seeds.Min()) + 1 };
    }

    private static void Show(FrozenClaim[] claims, ClaimRegister frozen, IReadOnlyList<RegisterChange> changes, string path)
    {
        foreach (var kind in changes.GroupBy(change => (change.Experiment, change.Kind)))
            Terminal.Say(
                $"{kind.Key.Experiment}: {$"{kind.Key.Kind}".ToLowerInvariant()} {string.Join(", ", kind.Select(change => change.Claim))}");
        int Count(RegisterChangeKind kind) => changes.Count(change => change.Kind == kind);
        Terminal.Say($"{Workspace.Shown(path)}: {Counting.Of(frozen.Entries.Count, "claim")}, {Count(RegisterChangeKind.Added)} added, "
            + $"{Count(RegisterChangeKind.Changed)} changed, {Count(RegisterChangeKind.Removed)} removed");
        int seen = claims.Count(claim => frozen.Of(claim.Experiment.Name, claim.Claim.Id, claim.Fingerprint) == Registration.AfterResults);
        if (seen > 0)
            Terminal.Complain($"{seen} of {Counting.Of(claims.Length, "claim")} {(seen == 1 ? "was" : "were")} frozen "
                + "after results of the same splits or seeds were seen, "
                + "so the verdicts stay exploratory. "
                + "Give the experiment a new 'first_seed' and a new 'random_state' for its split, freeze again, then run it.");
    }
}
