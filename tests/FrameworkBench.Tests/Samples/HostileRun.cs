using FrameworkBench.Experiments;
using FrameworkBench.Results;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Samples;

/// <summary>A run in which all names are made to break out of the pages that show them.</summary>
internal static class HostileRun
{
    /// <summary>Markup, a link, code, a script's end and a formula in one.</summary>
    public const string Name = "<img src=x onerror=alert(1)>](javascript:alert(1))|`</script><script>alert(1)</script>=1+1";

    /// <summary>The run with hostile titles, questions, claims, evidence and sources.</summary>
    public static RunResult Of(RunResult run)
    {
        var hostile = run.Experiments.ToDictionary(experiment => experiment, experiment => experiment with
        {
            Title = Name,
            Question = Name,
            Source = new Citation(Name, Name),
            Models = [.. experiment.Models.Select(model => model with { Title = Name + model.Title })],
            Claims = [.. experiment.Claims.Select(claim => claim with { Says = Name, Source = new Citation(Name, Name) })],
        });
        return run with
        {
            Experiments = [.. run.Experiments.Select(experiment => hostile[experiment])],
            Results = [.. run.Results.Select(result => result with { Trial = Renamed(result.Trial) })],
            Verdicts =
            [
                .. run.Verdicts.Select(verdict => verdict with
                {
                    Claim = verdict.Claim with { Says = Name, Source = new Citation(Name, Name) },
                    Finding = verdict.Finding with { Evidence = Name },
                }),
            ],
        };

        Trial Renamed(Trial trial) => trial with
        {
            Experiment = hostile[trial.Experiment],
            Model = hostile[trial.Experiment].Models.First(model => model.Name == trial.Model.Name),
        };
    }
}
