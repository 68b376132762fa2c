using System.CommandLine;
using FrameworkBench.Cli.Display;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Storing;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Commands.Storing;

/// <summary><c>store gc</c>: packs a store and drops what does not count.</summary>
internal static class StoreGcCommand
{
    public static Command Make()
    {
        var store = CommonOptions.Store();
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be done, and do nothing" };
        var unplanned = new Option<bool>("--unplanned") { Description = "Also drop trials that no experiment plans; needs --yes" };
        var yes = new Option<bool>("--yes") { Description = "Drop them; without it --unplanned only says how many there are" };
        var unused = new Option<bool>("--unused")
        {
            Description = "No run uses the store, on any machine: pack what killed runs left elsewhere too",
        };
        var command = new Command("gc", "Pack the stored trials into few files, and drop what does not count")
        {
            store, dryRun, unplanned, yes, unused, CommonOptions.Python,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var workspace = Workspace.Find(parsed.GetValue(store), null);
            SystemFiles files = StoreCommand.Open(workspace);
            Func<TrialKey, bool> isWanted = _ => true;
            if (parsed.GetValue(unplanned))
            {
                using var reader = new OutcomeStore(workspace.Store);
                var session = new Session(workspace, EngineSources.Of(parsed));
                isWanted = (await PlannedTrials.OfAsync(
                    session, PlannedTrials.AllExperiments(session), PlannedTrials.AllProfiles, reader, cancellation)
                    .ConfigureAwait(false)).ContainsKey;
            }

            bool isDry = parsed.GetValue(dryRun) || (parsed.GetValue(unplanned) && !parsed.GetValue(yes));
            return Pack(files, PackingPlan.Of(files, isWanted, parsed.GetValue(unused)), isDry);
        });
        return command;
    }

    private static int Pack(SystemFiles files, PackingPlan plan, bool isDry)
    {
        if (!isDry)
            StorePacking.Run(files, plan);
        Terminal.Say($"{Workspace.Shown(files.Folder)}: {(plan.IsEmpty ? "nothing to pack" : What(plan, isDry))}");
        if (plan.Unwanted > 0 && isDry)
            Terminal.Say($"{Counting.Of(plan.Unwanted, "trial")} of no experiment: --unplanned --yes drops "
                + (plan.Unwanted == 1 ? "it" : "them"));
        if (plan.Living.Count > 0)
            Terminal.Say($"{Counting.Of(plan.Living.Count, "segment")} left alone, which a run may still be writing; "
                + "if no run uses the store on any machine, --unused packs them too");
        return ExitCode.Done;
    }

    private static string What(PackingPlan plan, bool isDry)
    {
        string packed = $"{Counting.Of(plan.Rewritten.Count, "segment")} and {Counting.Of(plan.Survey.Loose.Count, "file")} of one trial";
        string dropped = $"{plan.Superseded} superseded, {plan.Survey.Damaged.Count} damaged, {plan.Survey.Torn.Count} torn and "
            + $"{plan.Unwanted} unplanned";
        return isDry ? $"would pack {packed}, and drop records: {dropped}" : $"packed {packed}; dropped records: {dropped}";
    }
}
