using FrameworkBench.Claims.Register;
using FrameworkBench.Experiments;
using FrameworkBench.Trials;

namespace FrameworkBench.Verification;

/// <summary>Holds the register against the experiments as they are now.</summary>
internal static class RegisterCheck
{
    internal static IEnumerable<Discrepancy> Of(ResultsUnderTest results)
    {
        var experiments = results.Experiments.ToDictionary(experiment => experiment.Name, StringComparer.Ordinal);
        var fingerprints = new Fingerprinting(results.Catalog, new PlanOptions());
        foreach (RegisterEntry entry in results.Register.Entries.Where(entry => experiments.ContainsKey(entry.Experiment)))
        {
            Experiment experiment = experiments[entry.Experiment];
            string name = $"{entry.Experiment}/{entry.Claim}";
            if (experiment.Claims.FirstOrDefault(claim => claim.Id == entry.Claim) is not { } claim)
                yield return new Discrepancy(results.RegisterPath, null, name, "a frozen claim", "none: the experiment has no such claim");
            else if (fingerprints.Of(experiment, claim).Hash is var hash && hash != entry.Hash)
                yield return new Discrepancy(results.RegisterPath, null, name, entry.Hash, $"{hash}, as the claim is now");
        }
    }
}
